import ArgumentParser

/// The key pair that a server of ours accepts from its clients.
struct ServedCredentialOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The access key id that clients sign with, in place of the environment's.", valueName: "id"))
    var accessKeyId: String?

    @Option(help: ArgumentHelp("Its secret access key.", valueName: "secret"))
    var secretAccessKey: String?

    @Option(help: ArgumentHelp("Its session token, which requests must then carry.", valueName: "token"))
    var sessionToken: String?

    func validate() throws {
        guard (accessKeyId == nil) == (secretAccessKey == nil) else {
            throw ValidationError("--access-key-id and --secret-access-key belong together: give both or neither.")
        }
        if sessionToken != nil, accessKeyId == nil {
            throw ValidationError("--session-token belongs to an --access-key-id and --secret-access-key.")
        }
        guard accessKeyId?.isEmpty != true, secretAccessKey?.isEmpty != true, sessionToken?.isEmpty != true else {
            throw ValidationError("--access-key-id, --secret-access-key and --session-token take no empty value.")
        }
    }

    /// The pair, when the options give one.
    var credential: ServedCredential? {
        guard let accessKeyId, let secretAccessKey else { return nil }
        return ServedCredential(
            accessKeyID: accessKeyId, secretAccessKey: secretAccessKey, sessionToken: sessionToken,
            origin: "--access-key-id")
    }
}
