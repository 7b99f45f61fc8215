import ArgumentParser

/// The options of the commands that talk to Bedrock: which endpoint, which region, or the embedded mock.
struct ServiceOptions: ParsableArguments {
    @Option(
        name: .customLong("endpoint-url"),
        help: ArgumentHelp("Use this endpoint instead of the region's own.", valueName: "url"))
    var endpointURL: String?

    @Option(
        help: ArgumentHelp(
            "Use this region instead of AWS_REGION, AWS_DEFAULT_REGION, us-east-1.", valueName: "region"))
    var region: String?

    @Flag(help: "Use the embedded mock server with its demonstration credentials; no AWS account is needed.")
    var mock = false

    func validate() throws {
        if mock, endpointURL != nil {
            throw ValidationError("--mock and --endpoint-url exclude each other: the mock is the endpoint.")
        }
    }
}
