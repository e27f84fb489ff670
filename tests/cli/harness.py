"""Running the program in tests: real processes, real files. VERSUS names the program, ARTICLES the sample articles."""
import contextlib
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

VERSUS = os.environ["VERSUS"]
ARTICLES = pathlib.Path(os.environ["ARTICLES"])
IS_SANITIZED = bool(os.environ.get("SANITIZED"))


class CliTest(unittest.TestCase):
    """Each test has an empty folder of its own, self.root."""

    def setUp(self):
        self.root = pathlib.Path(tempfile.mkdtemp(prefix="versus-cli-"))
        self.addCleanup(shutil.rmtree, self.root, ignore_errors=True)

    def run_versus(self, *arguments, status=0, **options):
        """stdout of a run that ends with `status`; self.stderr has its messages."""
        options.setdefault("timeout", 600)
        program = options.pop("program", VERSUS)
        done = subprocess.run([program, *map(str, arguments)], capture_output=True, **options)
        self.stderr = done.stderr.decode(errors="replace")
        self.assertEqual(done.returncode, status, f"versus {arguments}: {self.stderr[-2000:]}")
        return done.stdout.decode(errors="replace")

    def write(self, name, content="PyTorch vs Keras\n\nPyTorch is faster than Keras.\n"):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path


def files_of(folder, state=False):
    """name -> bytes of every file of a dataset; what versus remembers for itself only on demand."""
    folder = pathlib.Path(folder)
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return {name: (folder / name).read_bytes() for name in names if state or not name.startswith(".versus/")}


@contextlib.contextmanager
def in_folder(folder):
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
