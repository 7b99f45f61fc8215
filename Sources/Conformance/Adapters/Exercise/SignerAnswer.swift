import JSONText
import SigV4
import WireText

/// What a signer would send, and as much as it shows of how it came to it.
struct SignerAnswer: Sendable {
    var target: [UInt8]
    var headers: [HeaderField]
    var canonicalRequest: [UInt8]?
    var stringToSign: [UInt8]?
    var signature: String?

    init(_ answer: JSONCursor) throws(JSONShapeError) {
        try answer.requireOnly(names: ["id", "target", "headers", "canonicalRequest", "stringToSign", "signature"])
        target = Array(try answer.member("target").string().utf8)
        headers = try WireRequest.headers(answer.member("headers"))
        canonicalRequest = try answer.optionalMember("canonicalRequest").map(Self.text)
        stringToSign = try answer.optionalMember("stringToSign").map(Self.text)
        signature = try answer.optionalMember("signature")?.string()
    }

    /// The time that the request says it was signed at.
    var signedTime: SigningTime? {
        if let date = headers.text(of: "x-amz-date") { return SigningTime(amzDate: date) }
        let query = target.split(separator: UInt8(ascii: "?"), maxSplits: 1).dropFirst().first ?? []
        for pair in query.split(separator: UInt8(ascii: "&")) where pair.starts(with: Array("X-Amz-Date=".utf8)) {
            return SigningTime(amzDate: String(decoding: pair.dropFirst(11), as: UTF8.self))
        }
        return nil
    }

    private static func text(_ stage: JSONCursor) throws(JSONShapeError) -> [UInt8] {
        Array(try stage.string().utf8)
    }
}
