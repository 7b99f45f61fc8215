import MockBedrock
import SigV4
import WireText

extension FuzzTarget {
    /// Bytes of a connection: a head ends where it does however it is cut, and so does a body in chunks behind it.
    static let head = FuzzTarget(name: "head", title: "a request as it comes from a socket") { bytes in
        var whole = HeadScanner()
        let end = whole.endOfHead(in: bytes.span)
        var pieces = HeadScanner()
        var found: Int?
        for count in stride(from: 1, through: bytes.count, by: 3) where found == nil {
            found = pieces.endOfHead(in: bytes.span.extracting(..<count))
        }
        if found == nil { found = pieces.endOfHead(in: bytes.span) }
        hold(found == end, "the head ends elsewhere when it comes in pieces")
        guard let end else { return }
        let head = Array(bytes[..<end])
        let received = ReceivedHead(head)
        let framing = received.flatMap { $0.hasOneHost ? RequestFraming($0) : nil }
        if !whole.needsRepair { plain(head, received, framing) }
        if whole.needsRepair { _ = ReceivedHead(RepairedHead.bytes(head)) }
        chunks(bytes[end...])
    }

    /// A head that needs no parser says what the general reader finds in it, also behind another head.
    private static func plain(_ head: [UInt8], _ received: ReceivedHead?, _ framing: RequestFraming?) {
        var reader = PlainHeadReader()
        guard let reading = reader.read(head) else { return }
        hold(reading.head == received, "a plain head is read in two ways")
        hold(
            framing == (reading.bodyLength == 0 ? framing : .length(reading.bodyLength)) && framing != .chunked,
            "the length of a plain request's body is read in two ways")
        var other = head
        for index in other.indices where index % 29 == 28 { other[index] = UInt8(ascii: "a") }
        _ = reader.read(other)
        hold(reader.read(head)?.head == received, "what was read before changes what is read")
    }

    private static func chunks(_ body: ArraySlice<UInt8>) {
        var (whole, pieces) = (ChunkScanner(), ChunkScanner())
        let taken = try? whole.advance(over: body)
        var passed = 0
        var isBroken = false
        for byte in body where !isBroken && !pieces.isDone {
            do {
                passed += try pieces.advance(over: CollectionOfOne(byte))
            } catch {
                isBroken = true
            }
        }
        hold(isBroken == (taken == nil), "chunks are malformed in one reading only")
        if !isBroken { hold(taken == passed, "a body in chunks ends elsewhere when it comes byte by byte") }
    }

    /// A block of fields: one with an empty name gets names, which leave no other empty.
    static let fieldBlock = FuzzTarget(name: "field-block", title: "a block of fields of HTTP/2") { bytes in
        guard let named = NamelessFields.named(bytes) else { return }
        hold(named.count > bytes.count, "a block with names is no longer than without them")
        hold(NamelessFields.named(named) == nil, "a field has no name still")
    }

    /// The value of an `Authorization` header: only one that holds the right signature is accepted.
    static let authorization = FuzzTarget(name: "authorization", title: "an Authorization header") { bytes in
        var request = FuzzedRequest.signed
        request.headers = request.headers.map {
            $0.isNamed("authorization") ? HeaderField(name: $0.name, bytes: bytes) : $0
        }
        guard case .accepted(let signature) = FuzzedRequest.verifier.verify(request, now: FuzzedRequest.time) else {
            return
        }
        hold(signature.accessKeyID == FuzzedRequest.keyID, "a signature of another key is accepted")
        // Fewer headers may have been signed, as long as the signature is that of the request that they make.
        let text = Array(signature.stages.signature.text.utf8)
        hold(bytes.suffix(from: 0).contains(text), "a header without the signature is accepted")
    }

    /// The host of a tunnel or of a whole URL: a proxy answers for AWS's own only.
    static let playedHost = FuzzTarget(name: "played-host", title: "the host that a proxy is asked for", limit: 300) {
        bytes in
        guard let host = PlayedHost(String(decoding: bytes, as: UTF8.self)) else { return }
        let suffix = PlayedHost.suffixes.first { host.name.hasSuffix("." + $0) }
        hold(suffix != nil, "a host that is not AWS's is answered for")
        hold(
            host.name == "sts.amazonaws.com" || host.name.hasSuffix(".\(host.region).\(suffix ?? "")"),
            "the region of a host is not the one in it")
    }

    /// A target with a signature in its query: only one that holds the right signature is accepted.
    static let presigned = FuzzTarget(name: "presigned", title: "a target with a presigned query") { bytes in
        let request = SignableRequest(
            method: "GET", targetBytes: bytes, headers: [HeaderField("Host", FuzzedRequest.host)], payload: .empty)
        guard case .accepted(let signature) = FuzzedRequest.verifier.verify(request, now: FuzzedRequest.time) else {
            return
        }
        let plain = PercentCoding.decode(bytes.span)
        let text = Array(signature.stages.signature.text.utf8)
        hold(plain.suffix(from: 0).contains(text), "a query without the signature is accepted")
    }
}

extension ArraySlice<UInt8> {
    fileprivate func contains(_ other: [UInt8]) -> Bool { firstRange(of: other) != nil }
}
