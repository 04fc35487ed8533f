"""A static file server that sends so many bytes a second, to all together, and writes down what it sent.

  slow.py FOLDER BYTES-A-SECOND LOG

Programs, styles and pages go compressed, as static hosts send them.
"""
import functools, gzip, http.server, io, os, sys, threading, time

folder, rate, log = sys.argv[1], int(sys.argv[2]), open(sys.argv[3], "a", buffering=1)
line = threading.Lock()
PACKED = (".wasm", ".js", ".css", ".html")


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def send_head(self):
        path = self.translate_path(self.path)
        path = os.path.join(path, "index.html") if os.path.isdir(path) else path
        if not path.endswith(PACKED) or not os.path.exists(path):
            return super().send_head()
        with open(path, "rb") as file:
            body = gzip.compress(file.read(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def copyfile(self, source, target):
        sent = 0
        try:
            while part := source.read(16384):
                with line:
                    time.sleep(len(part) / rate)
                target.write(part)
                sent += len(part)
        except OSError:
            pass  # the browser wants no more
        log.write(f"{sent} {self.path}\n")

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=folder))
server.daemon_threads = True
print("port", server.server_port, flush=True)
server.serve_forever()
