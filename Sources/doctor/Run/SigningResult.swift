import Codes
import JSONText
import Report
import SigV4
import WireText

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

    /// How long the signature is good for.
    enum Validity {
        /// Five minutes from now.
        case fromNow
        /// Five minutes around the given time.
        case around(String)
        /// A presigned URL's own lifetime, in seconds.
        case seconds(Int)
        /// Not at all any more: its server was the embedded mock.
        case ended

        var words: String {
            switch self {
            case .fromNow: "good for 5 minutes"
            case .around(let time): "good within 5 minutes of \(time)"
            case .seconds(let seconds): "good for \(seconds) seconds"
            case .ended: "to look at: the embedded mock ends with this command, `doctor serve` stays"
            }
        }
    }

    let request: SignableRequest
    let signed: SignedRequest
    let origin: String
    let bodyFile: Body
    let validity: Validity

    /// The name of the token's header, and what stands for its value wherever it is shown.
    private static let tokenHeader = "x-amz-security-token"

    var finding: Finding {
        let stages = signed.stages
        var evidence: JSONObject = [:]
        var rows: [FactRow] = []
        for (member, name, text) in [
            ("canonicalRequest", "Canonical request", stages.canonicalRequest.description),
            ("canonicalRequestHash", "SHA-256 of the canonical request", stages.canonicalRequest.hash.hex),
            ("stringToSign", "String to sign", stages.stringToSign.text),
            ("credentialScope", "Credential scope", stages.credentialScope.text),
            ("signedHeaders", "Signed headers", stages.signedHeaders.joined(separator: ";")),
            ("signature", "Signature", stages.signature.text), ("authorization", "Authorization", stages.authorization),
        ] {
            guard let text else { continue }
            evidence[member] = .string(text)
            rows += [FactRow(name, text)].compactMap(\.self)
        }
        let command = curl
        if let command { evidence["curl"] = .string(command) }
        return Finding(
            code: .requestSigned, check: .sign, status: .pass,
            title: "Signed for \(stages.credentialScope.region), service \(stages.credentialScope.service)",
            detail: "", rows: rows, evidence: evidence, where: .client, confidence: .certain,
            remedies: [
                command.map { Remedy("As a curl command, \(validity.words)", command: $0) }
                    ?? Remedy("There is no curl command for it: a shell or curl would change its bytes")
            ])
    }

    /// The request for curl: the path as it was signed, the token taken from the environment.
    ///
    /// `nil` when a header cannot be typed into a shell, or curl would not send the target as it is.
    private var curl: String? {
        var words = [ShellWord.quoted(request.method).map { "curl --path-as-is -X \($0)" }]
        for header in signed.headers {
            let isToken = header.name.lowercased() == SigningResult.tokenHeader
            words.append(
                isToken
                    ? "-H \"\(header.name): $AWS_SESSION_TOKEN\""
                    : ShellWord.quoted("\(header.name): \(header.text)").map { "-H \($0)" })
        }
        switch bodyFile {
        case .none: break
        case .text(let text): words.append(ShellWord.quoted(text).map { "--data-binary \($0)" })
        case .file(let path): words.append(ShellWord.quoted("@" + path).map { "--data-binary \($0)" })
        case .standardInput: words.append("--data-binary @-")
        }
        words.append(url)
        let known = words.compactMap(\.self)
        return known.count == words.count ? known.joined(separator: " \\\n  ") : nil
    }

    /// The URL; in a presigned one the token's value comes from the environment, encoded on the way.
    private var url: String? {
        guard signed.target.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        let target = String(decoding: signed.target, as: UTF8.self)
        guard let range = target.firstRange(of: "X-Amz-Security-Token=") else {
            return ShellWord.quoted(origin + target)
        }
        let rest = target[range.upperBound...]
        let end = rest.firstIndex(of: "&") ?? rest.endIndex
        guard let before = ShellWord.quoted(origin + target[..<range.upperBound]) else { return nil }
        // A token has no other characters that a query must encode.
        let token = #""$(printf %s "$AWS_SESSION_TOKEN" | sed 's/+/%2B/g; s,/,%2F,g; s/=/%3D/g')""#
        guard end != rest.endIndex else { return before + token }
        return ShellWord.quoted(String(rest[end...])).map { before + token + $0 }
    }
}
