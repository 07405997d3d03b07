/** The build of hls.js without subtitles, key systems and alternate sound; its types are the whole library's. */
declare module 'hls.js/light' {
  export { default } from 'hls.js';
}
