import Codes
import SignatureForensics

extension WrongSigner {
    private static let tokenName = "X-Amz-Security-Token"

    static let key: [WrongSigner] = [
        WrongSigner(.keyWhitespace, .key, "CR LF at the end") { $0.secret += "\r\n" },
        WrongSigner(.keyWhitespace, .key, "a blank before") { $0.secret = " " + $0.secret },
        WrongSigner(.keyWhitespace, .key, "quoted") { $0.secret = "\"\($0.secret)\"" },
        WrongSigner(.keyDecoded, .key, "plus as blank") { $0.secret.replace("+", with: " ") },
        WrongSigner(.keyDecoded, .key, "slash as an escape") { $0.secret.replace("/", with: "%2F") },
        WrongSigner(.keyWhitespace, .key, "escaped quotes around it") { $0.secret = "\\\"\($0.secret)\\\"" },
        WrongSigner(.keyWhitespace, .key, "the name of its variable before it") {
            $0.secret = "AWS_SECRET_ACCESS_KEY=\($0.secret)"
        },
        WrongSigner(.keyDecoded, .key, "written for HTML") {
            $0.secret = $0.secret.replacing("+", with: "&#43;").replacing("/", with: "&#x2F;")
        },
        WrongSigner(.keyDecoded, .key, "plus signs as JSON escapes") { $0.secret.replace("+", with: "\\u002b") },
        WrongSigner(.keyCut, .key, "a character lost at both ends") {
            $0.secret = String($0.secret.dropFirst().dropLast())
        },
        WrongSigner(.keyCut, .key, "cut behind thirty characters") { $0.secret = String($0.secret.prefix(30)) },
        WrongSigner(.keyWrong, .key, "the secret of another key", leavesNoTrace: true) {
            $0.secret = "9pKq3VtXo8Lw2Zr6Yc1Mn5Bd7Gh0Js4Fa/EXAMPL"
        },
        WrongSigner(.tokenMissing, .key, "no token with a temporary key") { signer in
            signer.both { $0.remove(tokenName) }
        },
        WrongSigner(.tokenStale, .key, "a token left over") { signer in
            signer.both { $0.set(tokenName, "FwoGZXIvYXdzOTHER//token/of/another/session==") }
        },
        WrongSigner(.tokenUnsigned, .key, "the token signed, and not in the list") {
            if $0.signed.value("x-amz-security-token") != nil { $0.unlisted = ["x-amz-security-token"] }
        },
        WrongSigner(.bearerSent, .key, "a placeholder as a bearer token", leavesNoTrace: true) {
            $0.bearer = "placeholder"
        },
    ]
}
