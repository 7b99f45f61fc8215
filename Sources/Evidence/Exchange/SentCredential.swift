import WireText

/// Reads the parts of a signature that a request carries, as far as they can be read at all.
package enum SentCredential {
    /// The access key id of the `Authorization` header or of a presigned query; `nil` when there is none.
    package static func accessKeyID(in request: ObservedRequest) -> String? {
        if let header = request.header("authorization"), let start = header.firstRange(of: "Credential=") {
            let id = header[start.upperBound...].prefix { $0 != "/" && $0 != "," && $0 != " " }
            return id.isEmpty ? nil : String(id)
        }
        let target = PercentCoding.decodedText(request.target.span)
        guard let start = target.lowercased().firstRange(of: "x-amz-credential=") else { return nil }
        let id = target[start.upperBound...].prefix { $0 != "/" && $0 != "&" }
        return id.isEmpty ? nil : String(id)
    }

    /// Whether the request shows the 64 digits of its signature.
    package static func hasSignature(_ request: ObservedRequest) -> Bool {
        let texts = [request.header("authorization") ?? "", String(decoding: request.target, as: UTF8.self)]
        return texts.contains { text in
            guard let start = text.firstRange(of: "Signature=") else { return false }
            return text[start.upperBound...].prefix { $0.isHexDigit }.count == 64
        }
    }

    /// The region of the credential scope, `KEYID/DATE/REGION/SERVICE/aws4_request`.
    package static func region(in request: ObservedRequest) -> String? {
        guard let header = request.header("authorization"), let start = header.firstRange(of: "Credential=") else {
            return nil
        }
        let parts = header[start.upperBound...].prefix { $0 != "," && $0 != " " }
            .split(separator: "/", omittingEmptySubsequences: false)
        return parts.count >= 5 ? String(parts[2]) : nil
    }
}
