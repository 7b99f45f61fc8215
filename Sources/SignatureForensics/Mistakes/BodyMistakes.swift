import Codes
import SigV4
import WireText

/// What signers do wrong with the last line of the canonical request.
enum BodyMistakes {
    static func all(_ model: SignerModel, _ facts: RequestFacts, _ meter: SearchMeter) -> [Mistake] {
        let body = facts.body
        var mistakes: [Mistake] = []
        func add(
            _ cause: FindingCode, at place: FaultPlace = .inProcess, _ words: String, _ line: [UInt8],
            _ reach: Mistake.Reach = .pairs, also: FindingCode? = nil, otherReading: FindingCode? = nil
        ) {
            guard line != model.payload else { return }
            var mistake = Mistake(cause, at: place, words, .payload, .payload, reach) { $0.payload = line }
            mistake.also = also
            mistake.otherReading = otherReading
            mistakes.append(mistake)
        }
        if !body.isEmpty {
            add(.bodyUnhashed, at: .client, "the hash of no bytes", SHA256Digest.hash([]).hexBytes, .triples)
        }
        add(
            .bodyUnsigned, at: .client, "UNSIGNED-PAYLOAD in place of the hash", Array("UNSIGNED-PAYLOAD".utf8),
            .triples)
        for word in streaming {
            add(.bodyUnsigned, at: .client, "\(word) in place of the hash", Array(word.utf8), .triples)
        }
        if let plain = CompressedForms.unpacked(body) {
            add(
                .bodyGzip, "the hash of the body before it was compressed", SHA256Digest.hash(plain.span).hexBytes,
                .triples)
            for form in BodyForms.all(plain, meter) {
                add(
                    .bodyGzip, "the hash of \(form.words), before compression",
                    SHA256Digest.hash(form.bytes.span).hexBytes,
                    also: form.cause)
            }
        }
        add(.bodyUnhashed, at: .client, "an empty line in place of the hash", [], .triples)
        for form in BodyForms.all(body, meter) where form.bytes != body {
            add(
                form.cause, form.words, SHA256Digest.hash(form.bytes.span).hexBytes, form.reach,
                otherReading: form.isPlaceholder && form.cause == .bodyChanged ? .bodyUnhashed : nil)
        }
        for entry in model.headers.entries where entry.lowerName.elementsEqual("x-amz-content-sha256".utf8) {
            let isHash = entry.canonical.count == 64 && entry.canonical.allSatisfy { $0.hexDigit != nil }
            add(
                isHash ? .bodyHashHeader : .bodyUnsigned, at: .client,
                "what x-amz-content-sha256 declares, which is not the body's hash", entry.canonical, .triples)
        }
        let digest = SHA256Digest.hash(body.span)
        if model.payload.elementsEqual("UNSIGNED-PAYLOAD".utf8) {
            add(.bodyHashed, at: .client, "the hash of the body, which is not signed", digest.hexBytes, .triples)
        }
        for spelling in DigestSpelling.allCases {
            add(
                .hashForm, at: .client, "the body's hash \(spelling.words)", spelling.written(digest.bytes),
                spelling.reach)
        }
        add(.hashForm, at: .client, "the hash of the body's hash", SHA256Digest.hash(digest.bytes).hexBytes, .pairs)
        add(
            .hashForm, at: .client, "the hash of the digits of the body's hash",
            SHA256Digest.hash(digest.hexBytes).hexBytes, .pairs)
        for other in OtherDigest.allCases {
            let bytes = other.hash(body)
            add(
                .hashAlgorithm, at: .client, "the body's \(other.name) in place of its SHA-256",
                Hexadecimal.encode(bytes)
            )
            add(.hashAlgorithm, at: .client, "the body's \(other.name), in base64", Base64.encode(bytes))
        }
        if body.count <= 1 << 16 { add(.bodyUnhashed, at: .client, "the body itself, not hashed", body) }
        return mistakes
    }

    /// Forms of the body that are too many to be tried with other mistakes.
    static func many(_ facts: RequestFacts, _ meter: SearchMeter) -> [Mistake] {
        let times = facts.signedAt.map { signed in (-3...3).map { signed.advanced(bySeconds: $0) } } ?? []
        var forms = BodyForms.many(facts.body, meter)
        if !meter.isOver {
            forms += CompressedForms.all(facts.body, times: times).map {
                BodyForms.Form($0.bytes, .bodyGzip, $0.words, .alone)
            }
        }
        return forms.map { form in
            let line = SHA256Digest.hash(form.bytes.span).hexBytes
            return Mistake(form.cause, at: .inProcess, form.words, .payload, .payload, .alone) { $0.payload = line }
        }
    }

    /// The words of S3's "Signature calculations" for bodies in chunks, and the one by which the Java SDK asks its signer for
    /// the hash.
    private static let streaming = [
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
        "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER", "STREAMING-AWS4-HMAC-SHA256-EVENTS",
        "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD", "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD-TRAILER", "required",
    ]
}
