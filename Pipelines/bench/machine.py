"""What a measurement was made on, in words."""
import os
import platform
import re
import shutil
import subprocess
from pathlib import Path

from settings import CORES

CPU = Path("/proc/cpuinfo").read_text()


def tools():
    """What instruction counts depend on: the compiler, the libraries, and the processor that valgrind imitates."""
    vectors = " with AVX2" if re.search(r"^flags\b.*\bavx2\b", CPU, re.MULTILINE) else ""
    return f"Swift {swift()}, zlib {zlib()}, {' '.join(platform.libc_ver())}, {platform.machine()}{vectors}"


def swift():
    return _found(r"Swift version (\S+)", _output("swift", "--version"))


def zlib():
    """The version the C compiler finds, which is the one that is linked."""
    compiler = os.environ.get("CC") or shutil.which("cc") or "clang"
    text = subprocess.run(
        [compiler, "-E", "-dM", "-xc", "-"], input="#include <zlib.h>\n", capture_output=True, text=True).stdout
    return _found(r'ZLIB_VERSION "([^"]+)"', text)


def lines():
    """The machine, an entry a line: name and value."""
    memory = _found(r"MemTotal:\s+(\d+)", Path("/proc/meminfo").read_text())
    return [
        ("processor", _found(r"model name\s*: (.*)", CPU)), ("cores", str(CORES)),
        ("memory", f"{int(memory) / 1e6:.0f} GB"), ("kernel", platform.release()), ("tools", tools()),
        ("load before", Path("/proc/loadavg").read_text().split()[0])]


def _output(*command):
    return subprocess.run(command, capture_output=True, text=True).stdout


def _found(pattern, text):
    match = re.search(pattern, text)
    return match.group(1) if match else "unknown"
