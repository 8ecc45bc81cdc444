"""`python -m ascertain`."""

from ascertain.cli.main import main

main()
