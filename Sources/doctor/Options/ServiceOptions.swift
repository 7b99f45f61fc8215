import ArgumentParser
import Diagnosis
import SigV4

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

    @Option(
        help: ArgumentHelp(
            """
            Use this profile of ~/.aws in place of the environment's credentials; single sign-on, roles and credential \
            processes go through the AWS CLI 2. Its region counts after AWS_REGION and AWS_DEFAULT_REGION.
            """, valueName: "name"))
    var profile: String?

    @Flag(
        help: """
            Take credentials and region as PRX does: the environment, else [default] of ~/.aws/credentials with the \
            region of ~/.aws/config.
            """)
    var prx = false

    @Option(
        help: ArgumentHelp(
            """
            How calls show who makes them: signed with a key pair (sigv4), with the API key of AWS_BEARER_TOKEN_BEDROCK \
            (bearer), or signed where there is a key pair and with the API key otherwise (auto).
            """, valueName: "scheme"))
    var auth: AuthChoice = .auto

    @OptionGroup var version: HTTPVersionOptions

    @Flag(help: "Use the embedded mock server with its demonstration credentials; no AWS account is needed.")
    var mock = false

    func validate() throws {
        if mock, endpointURL != nil {
            throw ValidationError("--mock and --endpoint-url exclude each other: the mock is the endpoint.")
        }
        if mock, profile != nil || prx {
            throw ValidationError(
                "--mock brings its own credentials: it excludes \(profile != nil ? "--profile" : "--prx").")
        }
        if prx, profile != nil {
            throw ValidationError("--prx and --profile exclude each other: PRX reads no profile but [default].")
        }
        if auth == .bearer, profile != nil || prx {
            throw ValidationError(
                "--auth bearer takes the API key of \(BedrockAPIKey.variable): it excludes "
                    + "\(prx ? "--prx, since PRX sends none." : "--profile, since a profile holds none.")")
        }
        if profile?.isEmpty == true { throw ValidationError("--profile takes a profile's name, found an empty one.") }
    }
}

extension AuthChoice: ExpressibleByArgument {}
