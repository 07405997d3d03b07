// Command hlsclient plays an LL-HLS programme with a client that is not ours and says what came.
//
//	hlsclient -url http://…/index.m3u8 -seconds 10
//
// It prints one JSON line and exits with 1 when nothing came or something failed.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"net/http"
	"os"
	"sync"
	"time"

	"github.com/bluenviron/gohlslib/v2"
	"github.com/bluenviron/gohlslib/v2/pkg/codecs"
)

// report is what came. Times are seconds from the stream's start as the client sees it.
type report struct {
	VideoUnits int      `json:"videoUnits"`
	AudioUnits int      `json:"audioUnits"`
	FirstPts   float64  `json:"firstPts"`
	LastPts    float64  `json:"lastPts"`
	Parts      int      `json:"parts"`
	Errors     []string `json:"errors"`
}

// listener collects a report; the client calls it from several goroutines.
type listener struct {
	mutex sync.Mutex
	heard report
}

func (l *listener) video(seconds float64) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if l.heard.VideoUnits == 0 {
		l.heard.FirstPts = seconds
	}
	l.heard.VideoUnits++
	l.heard.LastPts = seconds
}

func (l *listener) audio(units int) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.heard.AudioUnits += units
}

func (l *listener) part(string) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.heard.Parts++
}

func (l *listener) fail(err error) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.heard.Errors = append(l.heard.Errors, err.Error())
}

func main() {
	url := flag.String("url", "", "address of the multivariant playlist")
	seconds := flag.Float64("seconds", 10, "how long to read")
	bearer := flag.String("bearer", "", "key for the studio's own origin; empty for the public address")
	flag.Parse()

	heard := &listener{heard: report{Errors: []string{}}}
	client := newClient(*url, *bearer, heard)
	if err := client.Start(); err != nil {
		heard.fail(err)
	} else {
		select {
		case err := <-client.Wait():
			if !errors.Is(err, gohlslib.ErrClientEOS) {
				heard.fail(err)
			}
		case <-time.After(time.Duration(*seconds * float64(time.Second))):
			client.Close()
		}
	}

	heard.mutex.Lock()
	defer heard.mutex.Unlock()
	line, err := json.Marshal(heard.heard)
	if err != nil {
		panic(err)
	}
	fmt.Println(string(line))
	if heard.heard.VideoUnits == 0 || len(heard.heard.Errors) > 0 {
		os.Exit(1)
	}
}

func newClient(url, bearer string, heard *listener) *gohlslib.Client {
	silent := func(string) {}
	client := &gohlslib.Client{
		URI:                       url,
		OnDownloadPrimaryPlaylist: silent,
		OnDownloadStreamPlaylist:  silent,
		OnDownloadSegment:         silent,
		OnDownloadPart:            heard.part,
		OnDecodeError:             heard.fail,
		OnRequest: func(request *http.Request) {
			if bearer != "" {
				request.Header.Set("Authorization", "Bearer "+bearer)
			}
		},
	}
	client.OnTracks = func(tracks []*gohlslib.Track) error {
		for _, track := range tracks {
			rate := float64(track.ClockRate)
			switch track.Codec.(type) {
			case *codecs.H264:
				client.OnDataH26x(track, func(pts int64, _ int64, _ [][]byte) {
					heard.video(float64(pts) / rate)
				})
			case *codecs.MPEG4Audio:
				client.OnDataMPEG4Audio(track, func(_ int64, units [][]byte) {
					heard.audio(len(units))
				})
			}
		}
		return nil
	}
	return client
}
