/// Reads one key pair, and a Bedrock API key, from a file of `NAME=VALUE` lines.
///
/// The names are those of the environment or of AWS's credentials file, in any case: what `aws configure
/// export-credentials --format env` and `env-no-export` write, a file for `docker --env-file`, one profile of
/// `~/.aws/credentials`. Lines that set something else are passed over.
enum CredentialsFile {
    /// A pair with a session token has some KB.
    private static let sizeLimit = 64 << 10

    /// What a file gives.
    struct Contents: Sendable {
        /// The pair; nil where the file has an API key only.
        var credential: ServedCredential?
        /// The Bedrock API key.
        var bearerToken: String?
    }

    /// The pair and the API key in the file; `-` is standard input.
    ///
    /// - Throws: ``InputProblem`` when it cannot be read, or gives neither, half a pair, or more than one. No value stands
    ///   in it.
    static func contents(at path: String) throws(InputProblem) -> Contents {
        let file = name(of: path)
        let values = try values(text(at: path), file)
        let token = values[bearer]
        if token != nil, values["aws_access_key_id"] == nil, values["aws_secret_access_key"] == nil {
            return Contents(credential: nil, bearerToken: token)
        }
        guard let id = values["aws_access_key_id"], let secret = values["aws_secret_access_key"] else {
            let missing = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"].filter { values[$0.lowercased()] == nil }
            throw InputProblem(
                file: file,
                message:
                    "expected lines such as AWS_ACCESS_KEY_ID=...; there is no \(missing.joined(separator: " and no "))"
            )
        }
        return Contents(
            credential: ServedCredential(
                accessKeyID: id, secretAccessKey: secret, sessionToken: values["aws_session_token"], origin: file),
            bearerToken: token)
    }

    /// The API key of a file that holds nothing else, or has a line for it; `-` is standard input.
    static func bearerToken(at path: String) throws(InputProblem) -> String {
        let text = try text(at: path)
        let file = name(of: path)
        if let token = try values(text, file)[bearer] { return token }
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count == 1, let token = words.first else {
            throw InputProblem(
                file: file,
                message: "expected an API key, alone or as AWS_BEARER_TOKEN_BEDROCK=..., found "
                    + (words.isEmpty ? "nothing" : "\(words.count) words"))
        }
        return String(token)
    }

    private static func name(of path: String) -> String { path == "-" ? "standard input" : path }

    private static func text(at path: String) throws(InputProblem) -> String {
        let bytes =
            path == "-"
            ? try FileSystem.readStandardInput(upTo: sizeLimit) : try FileSystem.read(path, upTo: sizeLimit)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let bearer = "aws_bearer_token_bedrock"

    private static let names: Set<String> = [
        "aws_access_key_id", "aws_secret_access_key", "aws_session_token", bearer,
    ]

    private static func values(_ text: String, _ file: String) throws(InputProblem) -> [String: String] {
        var values: [String: String] = [:]
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            guard let (name, value) = assignment(line), names.contains(name), !value.isEmpty else { continue }
            guard values.updateValue(value, forKey: name) == nil else {
                throw InputProblem(
                    file: "\(file):\(index + 1)",
                    message: "\(name) is set again: a file with several profiles does not say which is meant")
            }
        }
        return values
    }

    /// The name in small letters and the value without quotes; nil for a line that sets nothing.
    private static func assignment(_ line: Substring) -> (name: String, value: String)? {
        var line = trimmed(line)
        if line.hasPrefix("export ") { line = trimmed(line.dropFirst("export ".count)) }
        guard line.first != "#", let equals = line.firstIndex(of: "=") else { return nil }
        var value = trimmed(line[line.index(after: equals)...])
        for quote in ["\"", "'"] where value.count >= 2 && value.hasPrefix(quote) && value.hasSuffix(quote) {
            value = value.dropFirst().dropLast()
        }
        return (trimmed(line[..<equals]).lowercased(), String(value))
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var rest = text.drop(while: \.isWhitespace)
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest
    }
}
