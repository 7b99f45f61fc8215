import SigV4
import Testing
import WireText

/// A signed request with each of its bits turned over, one at a time.
@Suite struct BitFlipTests {
    /// A request as it goes over the wire, every byte of it signed but the unsigned header's.
    private static func received() throws -> SignableRequest {
        try Example.received(
            Example.request(
                "/model/amazon.nova-micro-v1%3A0/converse?b=%2F&a=1",
                headers: [HeaderField("Content-Type", "application/json"), HeaderField("X-Amz-Target", "a  b")],
                payload: .bytes(Array("{\"messages\":[]}".utf8))),
            Example.parameters(token: "FwoGZXIvYXdzEBYaDK"))
    }

    private static func isAccepted(_ request: SignableRequest) -> Bool {
        let verifier = Example.verifier(token: "FwoGZXIvYXdzEBYaDK")
        return verifier.verify(request, now: Example.time).accepted != nil
    }

    /// Every variant of some bytes that differs in one bit.
    private static func flipped(_ bytes: [UInt8]) -> [[UInt8]] {
        bytes.indices.flatMap { index in
            (0..<8).map { bit in
                var copy = bytes
                copy[index] ^= 1 << bit
                return copy
            }
        }
    }

    /// Whether two texts differ in the case of ASCII letters alone, which names of headers may.
    private static func isSameName(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.map(\.asciiLowercased) == right.map(\.asciiLowercased)
    }

    @Test func aFlippedBitOfTheRequestLineOrTheBodyIsRefused() throws {
        let good = try Self.received()
        #expect(Self.isAccepted(good))
        for target in Self.flipped(good.target) {
            var request = good
            request.target = target
            // An escape of the query may be written in either case: it is decoded before it is signed.
            let text = String(decoding: target, as: UTF8.self)
            #expect(Self.isAccepted(request) == text.hasSuffix("?b=%2f&a=1"), "\(text)")
        }
        for method in Self.flipped(Array(good.method.utf8)) {
            var request = good
            request.method = String(decoding: method, as: UTF8.self)
            #expect(!Self.isAccepted(request), "\(request.method)")
        }
        for body in Self.flipped(Array("{\"messages\":[]}".utf8)) {
            var request = good
            request.payload = .bytes(body)
            #expect(!Self.isAccepted(request))
        }
    }

    @Test func aFlippedBitOfAHeaderIsRefused() throws {
        let good = try Self.received()
        for (place, field) in good.headers.enumerated() {
            for name in Self.flipped(Array(field.name.utf8)) {
                var request = good
                request.headers[place].name = String(decoding: name, as: UTF8.self)
                let isSame = Self.isSameName(name, Array(field.name.utf8))
                #expect(Self.isAccepted(request) == isSame, "\(request.headers[place].name)")
            }
            for value in Self.flipped(field.value) {
                var request = good
                request.headers[place].value = value
                let isSame =
                    if field.isNamed("authorization") {
                        // Names of signed headers in either case.
                        Self.isSameName(Self.signedHeaders(value), Self.signedHeaders(field.value))
                            && Self.withoutSignedHeaders(value) == Self.withoutSignedHeaders(field.value)
                    } else {
                        Self.collapsed(value) == Self.collapsed(field.value)
                    }
                #expect(Self.isAccepted(request) == isSame, "\(field.name): \(String(decoding: value, as: UTF8.self))")
            }
        }
    }

    /// Runs of white space as one blank, as the canonical form has them.
    private static func collapsed(_ value: [UInt8]) -> [UInt8] {
        Array(value.split { $0 == 0x20 || (0x09...0x0D).contains($0) }.joined(separator: [0x20]))
    }

    private static func parts(_ value: [UInt8]) -> [[UInt8]] { value.split(separator: 0x2C).map { Array($0) } }

    private static func signedHeaders(_ value: [UInt8]) -> [UInt8] {
        parts(value).first { $0.starts(with: " SignedHeaders=".utf8) } ?? []
    }

    private static func withoutSignedHeaders(_ value: [UInt8]) -> [[UInt8]] {
        parts(value).filter { !$0.starts(with: " SignedHeaders=".utf8) }
    }
}
