import Evidence
import Report
import WireText

/// Headers that S3 found in a request and not among the signed ones: which, and who sent them unsigned.
///
/// S3 wants every x-amz-* header signed, and content-md5 and some others where they are sent
/// (<https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html>).
struct UnsignedHeader {
    /// As S3 lists them, else by the reporter's words; empty where nothing shows them.
    let names: [String]
    private let text: String

    init(_ call: FailedCall) {
        text = call.shown
        let listed =
            ["<HeadersNotSigned>", "HeadersNotSigned: ", "\"HeadersNotSigned\":\""].lazy.compactMap { mark in
                call.message.firstRange(of: mark) ?? nil
            }.first.map { found in
                call.message[found.upperBound...].prefix { !"<\",\n".contains($0) }.replacing("\\n", with: " ")
                    .split { $0.isWhitespace || $0 == "," }.map { $0.lowercased() }
            } ?? []
        names = listed.isEmpty ? Self.told(in: text) : listed
    }

    /// Headers that uploads send, by the names that libraries have for them.
    private static let members: [(header: String, words: [String])] = [
        ("content-md5", ["contentmd5", "content-md5", "content_md5"]),
        ("x-amz-acl", ["x-amz-acl"]), ("x-amz-meta-*", ["x-amz-meta-"]),
        ("x-amz-server-side-encryption", ["x-amz-server-side-encryption", "serversideencryption"]),
        ("x-amz-tagging", ["x-amz-tagging"]), ("x-amz-storage-class", ["x-amz-storage-class"]),
        ("x-amz-security-token", ["x-amz-security-token"]),
        ("x-amz-content-sha256", ["x-amz-content-sha256"]),
    ]

    private static func told(in text: String) -> [String] {
        let lower = text.prefix(16_384).lowercased()
        // What stands in a list of signed headers is none.
        let named = members.filter { member in member.words.contains(where: lower.contains) }
        return named.count == 1 ? named.map(\.header) : []
    }

    /// The headers as a title names them.
    var shown: String? {
        names.isEmpty ? nil : Enumeration.words(names.prefix(4).map { PrintableText.escaped($0, limit: 60) })
    }

    var remedy: Remedy {
        let what = shown ?? "a header"
        // A proxy that signs anew covers the headers that it knows, and passes the rest on.
        if isSignedByClient || resigns {
            return Remedy(
                """
                The client sent \(what)\(isSignedByClient ? " and signed it" : ""), and the proxy that signs the request anew passes it on without signing it: let the proxy strip \(names.count > 1 ? "them" : "it") \
                (aws-sigv4-proxy: --strip \(names.first ?? "NAME"), or -s), or sign what it passes on; adding it before or behind the proxy changes nothing. Or keep the client from \
                sending it.
                """)
        }
        return Remedy(
            """
            \(shown.map { "\($0) was sent and not signed" } ?? "A header was sent that is not among the signed ones"): S3 wants every x-amz-* header signed, and content-md5 where it is sent. Set the header before the \
            request is signed, so that its line is among the canonical headers and its name in SignedHeaders, or do not send it. Where a library sends it and does not sign it, leave its option for that header \
            unset, and update it. A presigned URL takes no header that it was not presigned with.
            """)
    }

    /// Whether the client's own list of signed headers holds the header that arrived unsigned.
    private var isSignedByClient: Bool {
        guard let first = names.first, let list = text.firstRange(of: "SignedHeaders=") else { return false }
        return text[list.upperBound...].prefix { $0.isLetter || $0.isNumber || "-;_%".contains($0) }.lowercased()
            .replacing("%3b", with: ";").split(separator: ";").contains(Substring(first))
    }

    private var resigns: Bool {
        let lower = text.lowercased()
        return ["sigv4-proxy", "sigv4 proxy", "stripping headers", "stripheaders", "signing proxy"].contains(
            where: lower.contains)
    }
}
