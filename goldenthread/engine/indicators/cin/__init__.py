"""What is counted from a children in need census: indicators 1 to 22."""
