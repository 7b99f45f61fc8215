import SigV4
import WireText

extension FuzzTarget {
    /// A request in lines, `METHOD TARGET` first: the canonical request is the one that the slow canonicaliser makes, and
    /// what is signed is accepted.
    static let canonical = FuzzTarget(name: "canonical", title: "a request to be signed") { bytes in
        guard let request = request(bytes),
            let signed = try? Signer().sign(request, FuzzedRequest.parameters)
        else { return }
        let canonical = signed.stages.canonicalRequest.bytes
        let fields = signed.headers.filter { field in
            !field.isNamed("authorization") && !SigningOptions().headersNotSigned.contains(field.name)
        }
        let slow = SlowCanonicalRequest(
            method: request.method, target: signed.target, fields: fields.map { ($0.name, $0.value) },
            // A declared hash may be empty, and so is its line.
            payloadLine: Array(canonical.split(separator: 0x0A, omittingEmptySubsequences: false).last ?? []))
        hold(canonical == slow.bytes, "two canonicalisers disagree")
        let received = SignableRequest(
            method: request.method, targetBytes: signed.target, headers: signed.headers, payload: request.payload)
        guard fields.allSatisfy({ !$0.isNamed("x-amz-content-sha256") && !$0.isNamed("x-amz-security-token") }),
            PresignedNames.isIn(signed.target) == false
        else { return }
        guard case .accepted = FuzzedRequest.verifier.verify(received, now: FuzzedRequest.time) else {
            return hold(false, "what was signed is refused")
        }
    }

    private static func request(_ bytes: [UInt8]) -> SignableRequest? {
        let lines = bytes.split(separator: 0x0A, maxSplits: 24, omittingEmptySubsequences: false)
        guard let first = lines.first, let space = first.firstIndex(of: 0x20) else { return nil }
        var headers = [HeaderField("Host", FuzzedRequest.host)]
        for line in lines.dropFirst().prefix(23) {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let name = String(decoding: line[..<colon], as: UTF8.self)
            // One host is enough.
            guard !HeaderField(name, "").isNamed("host") else { continue }
            headers.append(HeaderField(name: name, bytes: Array(line[(colon + 1)...])))
        }
        return SignableRequest(
            method: String(decoding: first[..<space], as: UTF8.self), targetBytes: Array(first[(space + 1)...]),
            headers: headers, payload: lines.count > 24 ? .bytes(Array(lines[24])) : .empty)
    }
}

/// The parameters of a presigned query, beside which no header may sign.
private enum PresignedNames {
    static func isIn(_ target: [UInt8]) -> Bool {
        PercentCoding.decodedText(target.span).contains("X-Amz-")
    }
}
