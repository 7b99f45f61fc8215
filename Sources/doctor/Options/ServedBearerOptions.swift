import ArgumentParser
import Report
import SigV4
import WireText

/// The API key that a server of ours accepts from its clients as bearer token.
struct ServedBearerOptions: ParsableArguments {
    @Flag(
        help: """
            Accept a Bedrock API key as bearer token, and set AWS_BEARER_TOKEN_BEDROCK for a command after --: the key of that \
            variable, or else one made for this run. Newer AWS SDKs send one over https only: add --tls.
            """)
    var bearer = false

    @Option(
        help: ArgumentHelp(
            "A file with the API key, alone or as AWS_BEARER_TOKEN_BEDROCK=...; - is standard input. "
                + "--credentials-file may hold that line too.", valueName: "file"), completion: .file())
    var bearerTokenFile: String?

    @Option(
        help: ArgumentHelp(
            "The API key itself. Everybody on this machine sees options: prefer --bearer-token-file.",
            valueName: "token"))
    var bearerToken: String?

    func validate() throws {
        if bearerToken != nil, bearerTokenFile != nil {
            throw ValidationError("--bearer-token and --bearer-token-file exclude each other: each gives the API key.")
        }
    }

    /// The key that the options give, that of the file of the key pair, or that of the environment; made for this run where
    /// one is asked for and there is none.
    ///
    /// - Parameter accepted: The options of the key pair, whose file may hold the key too.
    /// - Throws: ``InputProblem`` for a file that cannot be read or holds no key.
    func bearer(
        beside accepted: ServedCredentialOptions, environment: [String: String]
    ) throws(InputProblem) -> ServedBearer? {
        if bearerTokenFile == "-", accepted.credentialsFile == "-" {
            throw InputProblem(
                "--bearer-token-file and --credentials-file both name standard input, which has one reader.")
        }
        if let bearerToken { return try taken(bearerToken, origin: "--bearer-token") }
        if let bearerTokenFile {
            return try taken(
                CredentialsFile.bearerToken(at: bearerTokenFile),
                origin: bearerTokenFile == "-" ? "standard input" : bearerTokenFile)
        }
        if let file = accepted.credentialsFile, let token = try accepted.contents()?.bearerToken {
            return try taken(token, origin: file == "-" ? "standard input" : file)
        }
        if let token = environment[BedrockAPIKey.variable], !token.isBlank {
            if bearer { return try ServedBearer(token, origin: BedrockAPIKey.variable, use: .given) }
            // What is no key of Bedrock's is somebody else's affair until a key is asked for.
            return try? ServedBearer(token, origin: "the environment", use: .accepted)
        }
        return bearer ? .generated() : nil
    }

    /// A key that came from elsewhere than the environment; from now on no output shows it.
    private func taken(_ token: String, origin: String) throws(InputProblem) -> ServedBearer {
        KnownSecrets.take([token])
        return try ServedBearer(token, origin: origin, use: .given)
    }
}
