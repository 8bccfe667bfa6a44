"""``python -m scorelang`` is the command line."""

from scorelang.cli.main import run

if __name__ == "__main__":
    run()
