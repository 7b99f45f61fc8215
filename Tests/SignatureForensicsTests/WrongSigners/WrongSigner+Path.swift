import Codes
import SignatureForensics

extension WrongSigner {
    static let path: [WrongSigner] = [
        WrongSigner(.pathDouble, .path, "encoded once too few") { $0.path = { $0 } },
        WrongSigner(.pathDouble, .path, "encoded once too often") { signer in
            let right = signer.path
            signer.path = { right(right($0)) }
        },
        WrongSigner(.pathColon, .path, "the colon in its other form") {
            let path = $0.signed.path
            $0.signed.path =
                path.contains(":") ? path.replacing(":", with: "%3A") : path.replacing("%3A", with: ":")
        },
        WrongSigner(.pathARN, .path, "the slash of an ARN decoded") {
            $0.signed.path.replace("%2F", with: "/")
        },
        WrongSigner(.pathColon, .path, "the last colon of several in its other form") {
            guard $0.signed.path.ranges(of: "%3A").count > 1, let last = $0.signed.path.ranges(of: "%3A").last else {
                return
            }
            $0.signed.path.replaceSubrange(last, with: ":")
        },
        WrongSigner(.pathReserved, .path, "at sign escaped by the HTTP library") {
            $0.signed.path.replace("@", with: "%40")
        },
        WrongSigner(.pathReserved, .path, "what encodeURIComponent leaves bare") {
            $0.path = { Percent.encoded(TestSigner.normalised($0).utf8, keeping: "/!'()*") }
        },
        WrongSigner(.pathReserved, .path, "at sign and parentheses bare") {
            $0.path = { Percent.encoded(TestSigner.normalised($0).utf8, keeping: "/@()") }
        },
        WrongSigner(.pathReserved, .path, "one parenthesis bare") {
            $0.path = { Percent.encoded(TestSigner.normalised($0).utf8, keeping: "/(") }
        },
        WrongSigner(.pathTilde, .path, "the tilde encoded") {
            $0.path = { Percent.encoded(TestSigner.normalised($0).utf8, keeping: "/", dropping: "~") }
        },
        WrongSigner(.pathHexCase, .path, "escapes in lower case") {
            $0.path = { Percent.encoded(TestSigner.normalised($0).utf8, keeping: "/", lowerCase: true) }
        },
        WrongSigner(.pathHexCase, .path, "escapes sent in capitals, signed in lower case") {
            $0.signed.path = Percent.lowerCased($0.signed.path)
        },
        WrongSigner(.pathRawSign, .path, "signed raw, encoded when sent") {
            $0.path = { String(decoding: Percent.decoded($0), as: UTF8.self) }
        },
        WrongSigner(
            .pathNorm, .path, "dot segments kept",
            prepare: { signer in signer.both { $0.path = "/." + $0.path } },
            mistake: { $0.path = { Percent.encoded($0.utf8, keeping: "/") } }),
        WrongSigner(
            .pathNorm, .path, "double slashes kept",
            prepare: { signer in signer.both { $0.path = "/" + $0.path } },
            mistake: { $0.path = { Percent.encoded($0.utf8, keeping: "/") } }),
        WrongSigner(
            .pathNorm, .path, "the last slash lost", prepare: { signer in signer.both { $0.path += "/" } },
            mistake: { $0.signed.path.removeLast() }),
        WrongSigner(.pathPrefix, .path, "a prefix that a proxy took away") {
            $0.signed.path = "/bedrock" + $0.signed.path
        },
        WrongSigner(.pathPrefix, .path, "a prefix that a proxy took away, and tells") {
            $0.signed.path = "/edge-7f" + $0.signed.path
            $0.sent.headers.append(("X-Forwarded-Prefix", "/edge-7f/"))
        },
        WrongSigner(.pathPrefix, .path, "a prefix that a proxy added") { $0.sent.path = "/v1" + $0.sent.path },
        WrongSigner(
            .pathUnicode, .path, "encoded from Latin-1",
            prepare: { signer in signer.both { $0.path += "-caf%C3%A9" } },
            mistake: { $0.signed.path.replace("%C3%A9", with: "%E9") }),
        WrongSigner(
            .pathNFC, .path, "composed, and sent decomposed",
            prepare: { signer in signer.both { $0.path += "-cafe%CC%81" } },
            mistake: { $0.signed.path.replace("e%CC%81", with: "%C3%A9") }),
    ]
}
