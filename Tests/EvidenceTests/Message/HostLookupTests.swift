import Testing

@testable import Evidence

@Suite struct HostLookupTests {
    @Test(arguments: [
        "HTTPSConnectionPool: Failed to resolve 'bedrock-runtime.eu-west-1.amazonaws.com' ([Errno -2] x y z)",
        "curl: (6) Could not resolve host: gateway.internal", "curl: (6) Couldn't resolve host 'a'",
        "Failed to resolve \"proxy.corp.local:3128\"", "failed to resolve https://litellm/v1/messages",
        "Could not resolve hostname bedrock: Name or service not known",
        "Unable to resolve host \"api.example.com\": No address associated with hostname",
        "Cannot resolve the host name of the endpoint",
        "failed to resolve address for vpce-1.bedrock.vpce.amazonaws.com",
        "Failed to resolve DNS name", "can't resolve example.com", "could not resolve host",
        "Failed to resolve \\\"kong.default.svc\\\"",
    ])
    func `a host that was looked for`(_ text: String) { #expect(HostLookup.failed(in: text)) }

    /// Each trade resolves things of its own.
    @Test(arguments: [
        // Container registries
        "ERROR: failed to resolve source metadata for docker.io/library/node:18: unexpected status 401 Unauthorized",
        "failed to resolve reference \"ghcr.io/x/y:latest\": not found", "failed to resolve image digest",
        // Bundlers and runtimes of JavaScript
        "[vite] Failed to resolve import \"./x.js\" from \"src/main.ts\"", "Could not resolve \"react/jsx-runtime\"",
        "TypeError: Failed to resolve module specifier \"react\"", "Failed to resolve entry for package \"a.b\"",
        "Can't resolve './x.json' in '/app'", "Cannot resolve main.ts",
        // Package managers
        "Failed to resolve: com.android.support:appcompat-v7:28.0.0", "Could not resolve com.example:lib:1.0",
        "Could not resolve dependencies for project", "Unable to resolve package \"lodash.merge\"",
        // Settings, templates and types
        "Could not resolve host configuration for profile x", "failed to resolve hostname mapping file",
        "Unable to resolve service for type 'Amazon.BedrockRuntime.IAmazonBedrockRuntime'",
        "failed to resolve DNS-validated certificate", "Failed to resolve address book entry",
        // Bedrock and its SDKs
        "Could not resolve the foundation model from the provided model identifier.",
        "failed to resolve credentials",
        "failed to resolve service endpoint, endpoint rule error, Invalid Configuration: Missing Region",
        "Could not resolve authentication method. Expected either apiKey or authToken to be set.",
        "The host was resolved", "",
    ])
    func `another thing that was looked for`(_ text: String) { #expect(!HostLookup.failed(in: text)) }
}
