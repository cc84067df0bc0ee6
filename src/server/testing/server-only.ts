// Stands for the package of that name, which throws outside a bundler that knows server from client.
export {}
