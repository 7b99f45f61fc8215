import ArgumentParser
import Report
import Synchronization

/// The key pair that a server of ours accepts from its clients.
struct ServedCredentialOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The key pair that clients sign with, in lines such as AWS_SECRET_ACCESS_KEY=..., as `aws configure "
                + "export-credentials --format env` writes them; - is standard input.", valueName: "file"),
        completion: .file())
    var credentialsFile: String?

    @Option(
        help: ArgumentHelp(
            "The access key id that clients sign with. Everybody on this machine sees options: prefer "
                + "--credentials-file.", valueName: "id"))
    var accessKeyId: String?

    @Option(help: ArgumentHelp("Its secret access key; seen by everybody.", valueName: "secret"))
    var secretAccessKey: String?

    @Option(
        help: ArgumentHelp(
            "Its session token, which requests must then carry; seen by everybody.", valueName: "token"))
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
        if credentialsFile != nil, accessKeyId != nil {
            throw ValidationError("--credentials-file and --access-key-id exclude each other: each gives the key pair.")
        }
    }

    /// What the file gives; nil without one.
    ///
    /// It is read once, however often it is asked for: standard input and a shell's `<(...)` have nothing the second time.
    ///
    /// - Throws: ``InputProblem`` for a file that gives nothing.
    func contents() throws(InputProblem) -> CredentialsFile.Contents? {
        guard let credentialsFile else { return nil }
        if let read = Self.files.withLock({ $0[credentialsFile] }) { return read }
        let contents = try CredentialsFile.contents(at: credentialsFile)
        Self.files.withLock { $0[credentialsFile] = contents }
        return contents
    }

    private static let files = Mutex<[String: CredentialsFile.Contents]>([:])

    /// The pair, when the options give one.
    ///
    /// - Throws: ``InputProblem`` for a file that gives none.
    func credential() throws(InputProblem) -> ServedCredential? {
        if credentialsFile != nil { return try contents()?.credential }
        guard let accessKeyId, let secretAccessKey else { return nil }
        return ServedCredential(
            accessKeyID: accessKeyId, secretAccessKey: secretAccessKey, sessionToken: sessionToken,
            origin: "--access-key-id")
    }
}
