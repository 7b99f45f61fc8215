import Codes
import JSONText
import Report
import WireText

/// A secret or a token in URL encoding, as it stands in links and forms.
enum PercentEncodedSecret {
    /// What is wrong with the value of a variable; `nil` where it is not URL-encoded.
    static func finding(_ value: String, in variable: String) -> Finding? {
        guard isEncoded(value) else { return nil }
        return Finding(
            code: .credentialsUrlEncoded, check: CredentialsCheck.check, status: .fail,
            title: "\(variable) is URL-encoded",
            detail: "It holds %2F, %2B or %3D where AWS's value has /, + or =. It must be used as AWS issued it.",
            evidence: [variable: VariableView.secret(value)], where: .client, confidence: .likely,
            remedies: [
                Remedy(
                    "Decode it",
                    command:
                        "export \(variable)=\"$(printf %s \"$\(variable)\" | sed 's/%2[Ff]/\\//g; s/%2[Bb]/+/g; s/%3[Dd]/=/g')\""
                )
            ])
    }

    /// Whether a value has `%2F`, `%2B` or `%3D`, no other escape, and beside them what base64 is written with only.
    private static func isEncoded(_ value: String) -> Bool {
        var rest = Array(value.utf8)[...]
        guard rest.contains(UInt8(ascii: "%")) else { return false }
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%") {
                guard ["2F", "2B", "3D"].contains(String(decoding: rest.prefix(2), as: UTF8.self).uppercased()) else {
                    return false
                }
                rest = rest.dropFirst(2)
            } else if !(byte.isLetter || byte.isDigit || "/+=-_".utf8.contains(byte)) {
                return false
            }
        }
        return true
    }
}
