"""What the network of a town tells: who stands alone, where nobody works, what is fragile."""
