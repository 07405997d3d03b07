/* The service worker: shows what the city pushes, and opens its page when it is touched. It keeps and fetches nothing. */

self.addEventListener('push', (event) => {
  event.waitUntil(show(read(event.data)));
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data?.path));
});

/* A browser that was pushed must show something, whatever came. */
function read(data) {
  try {
    const said = data?.json();
    return typeof said?.title === 'string' ? said : { title: '온마루' };
  } catch {
    return { title: '온마루' };
  }
}

function show({ title, text, lang, topic, path }) {
  return self.registration.showNotification(title, {
    body: text ?? '',
    lang: lang ?? 'ko',
    // The same once more takes the place of the first.
    tag: topic ?? '',
    icon: '/icon-192.png',
    data: { path },
  });
}

async function open(path) {
  const page = new URL(typeof path === 'string' ? path : '/', self.location.origin);
  if (page.origin !== self.location.origin) return;
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const there = windows.find((each) => new URL(each.url).pathname === page.pathname);
  await (there === undefined ? self.clients.openWindow(page.href) : there.focus());
}
