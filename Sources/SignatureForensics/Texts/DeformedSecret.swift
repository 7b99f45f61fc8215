import Codes
import SigV4
import WireText

/// What a secret's form tells, without a byte of it.
enum DeformedSecret {
    /// A finding if the secret has not the form that AWS gives secrets: 40 letters, digits, slashes and plus signs.
    static func finding(_ credentials: SigningCredentials) -> CauseFinding? {
        let secret = credentials.secretAccessKey.exposedBytes
        func finding(_ cause: FindingCode, _ summary: String) -> CauseFinding {
            CauseFinding(cause, at: .key, .likely, summary: summary)
        }
        if let first = secret.first, let last = secret.last,
            first.isWhitespace || last.isWhitespace || [0x22, 0x27, 0x60].contains(first)
                || [0x22, 0x27, 0x60].contains(last)
        {
            return finding(
                .keyWhitespace,
                "The secret begins or ends with a blank, a line break or a quote (\(secret.count) characters).")
        }
        if secret.contains(where: { $0 == 0x20 || $0 == 0x25 || $0 == 0x5C }) {
            return finding(.keyDecoded, "The secret holds a blank, a percent sign or a backslash.")
        }
        if secret.count < 40 {
            return finding(.keyCut, "The secret has \(secret.count) characters where AWS's have 40.")
        }
        return nil
    }
}
