/// Reads one key pair from a file of `NAME=VALUE` lines.
///
/// The names are those of the environment or of AWS's credentials file, in any case: what `aws configure
/// export-credentials --format env` and `env-no-export` write, a file for `docker --env-file`, one profile of
/// `~/.aws/credentials`. Lines that set something else are passed over.
enum CredentialsFile {
    /// A pair with a session token has some KB.
    private static let sizeLimit = 64 << 10

    /// The pair in the file; `-` is standard input.
    ///
    /// - Throws: ``InputProblem`` when it cannot be read, or gives no pair or more than one. No value stands in it.
    static func credential(at path: String) throws(InputProblem) -> ServedCredential {
        let bytes =
            path == "-"
            ? try FileSystem.readStandardInput(upTo: sizeLimit) : try FileSystem.read(path, upTo: sizeLimit)
        let file = path == "-" ? "standard input" : path
        let values = try values(String(decoding: bytes, as: UTF8.self), file)
        guard let id = values["aws_access_key_id"], let secret = values["aws_secret_access_key"] else {
            let missing = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"].filter { values[$0.lowercased()] == nil }
            throw InputProblem(
                file: file,
                message:
                    "expected lines such as AWS_ACCESS_KEY_ID=...; there is no \(missing.joined(separator: " and no "))"
            )
        }
        return ServedCredential(
            accessKeyID: id, secretAccessKey: secret, sessionToken: values["aws_session_token"], origin: file)
    }

    private static let names: Set<String> = ["aws_access_key_id", "aws_secret_access_key", "aws_session_token"]

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
