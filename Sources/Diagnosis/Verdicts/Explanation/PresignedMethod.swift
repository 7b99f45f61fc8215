import Report
import WireText

/// The method for which a URL was presigned, by the code or the URL that a paste shows, beside the one that arrived.
///
/// A signature covers the method; who opens the URL in a browser sends GET, whatever it was made for
/// (<https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html>).
struct PresignedMethod {
    private let signed: String
    private let mark: String
    private let arrived: String

    /// - Returns: `nil` where one of the two is not shown, or they agree.
    init?(_ text: String, view: SignedView) {
        let lower = text.prefix(32_768).lowercased()
        guard let arrived = Self.arrived(text, view), let (signed, mark) = Self.signed(lower), signed != arrived else {
            return nil
        }
        self.arrived = arrived
        self.signed = signed
        self.mark = mark
    }

    private static let methods: Set<String> = ["GET", "PUT", "POST", "DELETE", "HEAD"]

    /// What the service says that it got, else what was sent.
    private static func arrived(_ text: String, _ view: SignedView) -> String? {
        for label in ["<CanonicalRequest>", "<StringToSign>"] {
            guard let found = text.firstRange(of: label) else { continue }
            let word = text[found.upperBound...].drop { $0.isWhitespace || $0 == "\\" || $0 == "n" }.prefix {
                $0.isLetter
            }
            if methods.contains(String(word)) { return String(word) }
        }
        return methods.contains(view.method) && view.author != .client ? view.method : nil
    }

    /// What code names the call in, beside a word for presigning.
    private static let operations: [(method: String, names: [String])] = [
        (
            "PUT",
            ["putobject", "put_object", "uploadpart", "upload_part", "httpmethod.put", "httpverb.put", "put-object"]
        ),
        ("GET", ["getobject", "get_object", "httpmethod.get", "httpverb.get", "get-object"]),
        ("DELETE", ["deleteobject", "delete_object"]), ("HEAD", ["headobject", "head_object"]),
    ]

    private static let presigning = [
        "presign", "signedurl", "signed_url", "signed url", "x-amz-signature=", "x-amz-signedheaders=", "&signature=",
    ]

    private static func signed(_ text: String) -> (String, String)? {
        if let found = text.firstRange(of: "x-id=") {
            let name = String(text[found.upperBound...].prefix { $0.isLetter })
            return operations.first { $0.names.contains(name) }.map { ($0.method, "x-id=\(name)") }
        }
        guard presigning.contains(where: text.contains) else { return nil }
        // The call that presigns; the code around it may make others.
        let calls = [
            "getsignedurl(", "generate_presigned_url(", "presigned_url(", "clientmethod=", "clientmethod =",
            "getcommand(",
        ]
        for call in calls {
            guard let found = text.firstRange(of: call) else { continue }
            let inside = text[found.upperBound...].prefix(160)
            for operation in operations {
                if let name = operation.names.first(where: inside.contains) { return (operation.method, name) }
            }
        }
        let named = operations.compactMap { operation in
            operation.names.first {
                text.contains("presign" + $0) || text.contains("presigned" + $0) || text.contains("presigned_" + $0)
            }
            .map { (operation.method, $0) }
        }
        if named.count == 1 { return named.first }
        // A setting that only uploads have.
        guard named.isEmpty, ["&x-amz-acl=", "?x-amz-acl="].contains(where: text.contains) else { return nil }
        return ("PUT", "x-amz-acl in the URL")
    }

    /// What to do.
    var advice: String {
        let begin =
            "The URL was presigned for \(signed) (\(PrintableText.escaped(mark, limit: 40))), and \(arrived) arrived"
        switch (signed, arrived) {
        case ("PUT", "POST"):
            return """
                \(begin): a form, or an HTTP library's upload, sends POST. Send PUT with the file's bytes as the body and the Content-Type that was \
                presigned, or presign a POST (createPresignedPost, generate_presigned_post) for a form.
                """
        case ("PUT", _):
            return """
                \(begin), as where the URL is opened in a browser, or a client was not told the method: send PUT, with the Content-Type and the x-amz-* \
                headers that it was presigned with. To look at the object, presign another URL for GetObject.
                """
        case ("GET", "HEAD"):
            return """
                \(begin): curl -I, a player, a link preview or a download manager asks so for the size. Presign a URL for HeadObject, or ask \
                with GET and Range: bytes=0-0.
                """
        default: return "\(begin): send \(signed), or presign the operation that is meant."
        }
    }
}
