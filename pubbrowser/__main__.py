"""`python -m pubbrowser` is the same program as `pubbrowser`."""

from pubbrowser.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
