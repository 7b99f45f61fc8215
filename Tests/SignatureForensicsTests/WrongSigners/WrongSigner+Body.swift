import Codes
import Deflate
import SignatureForensics

extension WrongSigner {
    /// The body with its text changed before it is hashed.
    private static func hashed(
        _ words: String, _ change: @escaping @Sendable (String) -> String
    ) -> WrongSigner {
        WrongSigner(.bodyChanged, .body, words) {
            $0.signed.body = Array(change(String(decoding: $0.signed.body, as: UTF8.self)).utf8)
        }
    }

    static let body: [WrongSigner] = [
        hashed("a line feed at the end") { $0.isEmpty ? $0 : $0 + "\n" },
        hashed("blanks behind colons and commas") {
            $0.replacing("\":", with: "\": ").replacing(",\"", with: ", \"")
        },
        hashed("slashes and accents escaped") {
            $0.replacing("\u{E9}", with: "\\u00e9").replacing("\u{F1}", with: "\\u00f1")
        },
        WrongSigner(.bodyUnhashed, .body, "the hash of nothing") { $0.signed.body = [] },
        WrongSigner(.bodyCharset, .body, "hashed as Latin-1") {
            $0.signed.body = String(decoding: $0.signed.body, as: UTF8.self).unicodeScalars
                .map { UInt8(truncatingIfNeeded: $0.value) }
        },
        WrongSigner(.bodyUnsigned, .body, "UNSIGNED-PAYLOAD") { $0.payload = { _ in "UNSIGNED-PAYLOAD" } },
        WrongSigner(.bodyUnsigned, .body, "a streaming word") {
            $0.payload = { _ in "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" }
        },
        WrongSigner(.bodyGzip, .body, "compressed behind the signature") {
            guard !$0.sent.body.isEmpty else { return }
            $0.sent.body = Compression.compress($0.sent.body.span, .gzip, level: 6) ?? []
            $0.sent.set("Content-Encoding", "gzip")
        },
        // The hash of what Python's gzip.compress(body, mtime=0) makes of the body of most requests, with classic zlib.
        WrongSigner(.bodyGzip, .body, "signed compressed, and unpacked by a proxy") {
            let usual = #"{"messages":[{"role":"user","content":[{"text":"Hello"}]}]}"#
            guard Compression.isClassic, $0.sent.body.elementsEqual(usual.utf8) else { return }
            $0.payload = { _ in "801d8cb71dacc2aa8e86a7a8d6f4de2dae6f671c39914b243b98dd6000454b1c" }
        },
        WrongSigner(.bodyUnsigned, .body, "a word in the hash's header, and in its line") { signer in
            signer.both { $0.set("X-Amz-Content-Sha256", "required") }
            signer.payload = { _ in "required" }
        },
        WrongSigner(
            .bodyHashHeader, .body, "the hash's header signed as UNSIGNED-PAYLOAD",
            prepare: { signer in
                let hash = signer.payload(signer.sent.body)
                signer.both { $0.set("X-Amz-Content-Sha256", hash) }
            },
            mistake: { $0.signed.set("X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD") }),
    ]
}
