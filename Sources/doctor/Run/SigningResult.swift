import JSONText
import Report
import SigV4

/// A signed request as the report shows it: every stage, and a curl command.
///
/// The session token is masked throughout.
struct SigningResult {
    /// Where curl takes the body from.
    enum Body {
        case none
        case text(String)
        case file(String)
        case standardInput
    }

    let request: SignableRequest
    let signed: SignedRequest
    let origin: String
    let bodyFile: Body
    let credentials: SigningCredentials

    /// The name of the token's header, and what stands for its value wherever it is shown.
    private static let tokenHeader = "x-amz-security-token"

    var finding: Finding {
        let stages = signed.stages
        var evidence: JSONObject = [
            "canonicalRequest": .string(stages.canonicalRequest.description),
            "canonicalRequestHash": .string(stages.canonicalRequest.hash.hex),
            "stringToSign": .string(stages.stringToSign.text),
            "credentialScope": .string(stages.credentialScope.text),
            "signedHeaders": .string(stages.signedHeaders.joined(separator: ";")),
            "signature": .string(stages.signature.text),
        ]
        if let authorization = stages.authorization { evidence["authorization"] = .string(authorization) }
        let command = curl
        evidence["curl"] = .string(command)
        return Finding(
            code: "request-signed", check: "sign", status: .pass,
            title: "Signed for \(stages.credentialScope.region), service \(stages.credentialScope.service)",
            detail: "", evidence: evidence, where: "client", confidence: .certain,
            remedies: [Remedy("Send it within 5 minutes", command: command)])
    }

    /// The request for curl: the path as it was signed, the token taken from the environment.
    private var curl: String {
        var words = ["curl --path-as-is -X \(quoted(request.method))"]
        for header in signed.headers {
            let isToken = header.name.lowercased() == SigningResult.tokenHeader
            words.append(
                isToken ? "-H \"\(header.name): $AWS_SESSION_TOKEN\"" : "-H \(quoted("\(header.name): \(header.text)"))"
            )
        }
        switch bodyFile {
        case .none: break
        case .text(let text): words.append("--data-binary \(quoted(text))")
        case .file(let path): words.append("--data-binary \(quoted("@" + path))")
        case .standardInput: words.append("--data-binary @-")
        }
        words.append(url)
        return words.joined(separator: " \\\n  ")
    }

    /// The URL; in a presigned one the token's value is taken from the environment, encoded by the shell's user.
    private var url: String {
        let target = String(decoding: signed.target, as: UTF8.self)
        guard let range = target.firstRange(of: "X-Amz-Security-Token=") else { return quoted(origin + target) }
        let rest = target[range.upperBound...]
        let end = rest.firstIndex(of: "&") ?? rest.endIndex
        return quoted(origin + target[..<range.upperBound] + "TOKEN" + rest[end...])
    }

    private func quoted(_ text: some StringProtocol) -> String {
        let text = String(text)
        return ShellWord.quoted(text) ?? "'\(PrintableText.escaped(text, limit: 4000))'"
    }
}
