"""What the readers of databases' JSON share: finding the items of a file, and their values."""
