#!/usr/bin/env python3
"""Package indexes on loopback, with stand-ins for what PyPI and PyTorch's own indexes have.

usage: index.py FOLDER MEGABYTES-OF-TORCH

The stand-ins have the names, the versions and the proportions of the real ones (torch for the CPU is the unit), can be
imported, and know their version; fastapi and uvicorn also serve. The address is written to FOLDER/address. FOLDER/faults
says what goes wrong, one "hang TEXT TIMES" a line: a file whose path has TEXT stops midway, that often. FOLDER/log has
every request.
"""

import base64
import hashlib
import http.server
import io
import os
import pathlib
import sys
import threading
import zipfile

# By index: name, version, weight in units, packages that it needs.
INDEXES = {
    "simple": [
        ("torch", "2.9.1", 4.5, []),
        ("tensorflow", "2.16.2", 2.9, ["protobuf"]),
        ("protobuf", "3.20.3", 0.01, []),
        ("tf2onnx", "1.16.1", 0.01, []),
        ("transformers", "4.57.1", 0.06, []),
        ("modelscope", "1.31.0", 0.03, []),
        ("onnx", "1.17.0", 0.09, []),
        ("onnxruntime", "1.22.1", 0.09, []),
        ("numpy", "1.26.4", 0.1, []),
        ("pandas", "2.3.3", 0.07, []),
        ("scikit-learn", "1.7.2", 0.06, []),
        ("librosa", "0.11.0", 0.01, []),
        ("openai-whisper", "20250625", 0.01, []),
        ("bitsandbytes", "0.48.1", 0.33, []),
        ("peft", "0.17.1", 0.01, []),
        ("datasets", "4.2.0", 0.01, []),
        ("fastapi", "0.115.12", 0.01, []),
        ("uvicorn", "0.34.3", 0.01, []),
        ("requests", "2.32.5", 0.01, []),
        ("pyyaml", "6.0.3", 0.01, []),
        ("pytest", "8.4.2", 0.01, []),
        ("ruff", "0.14.1", 0.06, []),
        ("pip", "23.0.1", 0.01, None),
    ],
    "cpu": [("torch", "2.9.1+cpu", 1.0, [])],
    "cu118": [("torch", "2.7.1+cu118", 4.6, [])],
}
# A mirror has what PyPI has.
INDEXES["mirror"] = INDEXES["simple"]

MODULES = {"scikit-learn": "sklearn", "openai-whisper": "whisper", "pyyaml": "yaml"}

FASTAPI = '''
class FastAPI:
    def __init__(self, **ignored):
        self.routes = {}

    def get(self, path, **ignored):
        def known(function):
            self.routes[path] = function
            return function
        return known
'''

# Models come from the network, unless the folder has them.
WHISPER = '''
import os, shutil

class Model:
    device = "cpu"

def load_model(name, download_root):
    file = os.path.join(download_root, name + ".pt")
    if not os.path.exists(file):
        shutil.copy(os.path.join(os.path.dirname(__file__), "weight.bin"), file)
        print("fetched " + file, flush=True)
    return Model()
'''

UVICORN = '''
import http.server, importlib, json, os, signal, sys

def main():
    signal.signal(signal.SIGTERM, lambda *ignored: os._exit(0))
    words = sys.argv[1:]
    options = dict(zip(words[1::2], words[2::2]))
    module, name = words[0].split(":")
    sys.path.insert(0, "")
    app = getattr(importlib.import_module(module), name)

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            route = app.routes.get(self.path)
            body = json.dumps(route() if route else {"detail": "Not Found"}).encode()
            self.send_response(200 if route else 404)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    address = (options.get("--host", "127.0.0.1"), int(options.get("--port", "8000")))
    print("Uvicorn running on http://%s:%d" % address, flush=True)
    http.server.ThreadingHTTPServer(address, Handler).serve_forever()

if __name__ == "__main__":
    main()
'''


def wheel(name, version, bytes_of_weight, needs):
    """The file's name and its content."""
    plain = name.replace("-", "_")
    module = MODULES.get(name, plain)
    info = f"{plain}-{version}.dist-info"
    code = f'__version__ = "{version}"\n'
    code += {"fastapi": FASTAPI, "openai-whisper": WHISPER, "uvicorn": UVICORN}.get(name, "")
    files = {
        f"{module}/__init__.py": code.encode(),
        f"{module}/weight.bin": os.urandom(bytes_of_weight),
        f"{info}/METADATA": "".join(
            ["Metadata-Version: 2.1\n", f"Name: {name}\n", f"Version: {version}\n"]
            + [f"Requires-Dist: {need}\n" for need in needs]
        ).encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: index\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    if name == "uvicorn":
        files["uvicorn/__main__.py"] = b"from uvicorn import main\nmain()\n"
        files[f"{info}/entry_points.txt"] = b"[console_scripts]\nuvicorn = uvicorn:main\n"
    record = "".join(
        "{},sha256={},{}\n".format(
            path, base64.urlsafe_b64encode(hashlib.sha256(data).digest()).decode().rstrip("="), len(data)
        )
        for path, data in files.items()
    )
    files[f"{info}/RECORD"] = (record + f"{info}/RECORD,,\n").encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, data in files.items():
            archive.writestr(zipfile.ZipInfo(path, (2026, 1, 1, 0, 0, 0)), data)
    return f"{plain}-{version}-py3-none-any.whl", out.getvalue()


def contents(unit):
    """All pages and files, by path."""
    made = {}
    paths = {}
    for index, packages in INDEXES.items():
        for name, version, weight, needs in packages:
            if needs is None:
                page = "<html><body></body></html>"
            else:
                if (name, version) not in made:
                    made[(name, version)] = wheel(name, version, max(1, int(weight * unit)), needs)
                file, data = made[(name, version)]
                digest = hashlib.sha256(data).hexdigest()
                page = f'<html><body><a href="{file.replace("+", "%2B")}#sha256={digest}">{file}</a></body></html>'
                paths[f"/{index}/{name}/{file}"] = data
            paths[f"/{index}/{name}/"] = page.encode()
    return paths


def main():
    folder = pathlib.Path(sys.argv[1])
    paths = contents(int(float(sys.argv[2]) * 1_000_000))
    lock = threading.Lock()

    def hangs(path):
        with lock:
            faults = folder / "faults"
            if not path.endswith(".whl") or not faults.exists():
                return False
            lines = []
            found = False
            for line in faults.read_text().splitlines():
                _, text, times = line.split()
                if text in path and int(times) > 0 and not found:
                    found = True
                    times = int(times) - 1
                lines.append(f"hang {text} {times}")
            faults.write_text("".join(line + "\n" for line in lines))
            return found

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            path = self.path.replace("%2B", "+").replace("%2b", "+")
            with lock, open(folder / "log", "a") as log:
                log.write(path + "\n")
            data = paths.get(path)
            if data is None:
                self.send_error(404)
                return
            self.send_response(200)
            self.send_header("Content-Type", "text/html" if path.endswith("/") else "application/zip")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            if hangs(path):
                self.wfile.write(data[: len(data) // 2])
                self.wfile.flush()
                # Until the client goes away.
                while self.connection.recv(1):
                    pass
                self.close_connection = True
                return
            self.wfile.write(data)

        def do_HEAD(self):
            self.send_response(200 if self.path in paths else 404)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *ignored):
            pass

    http.server.ThreadingHTTPServer.daemon_threads = True
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    written = folder / "address.new"
    written.write_text(f"127.0.0.1:{server.server_address[1]}\n")
    written.rename(folder / "address")
    server.serve_forever()


main()
