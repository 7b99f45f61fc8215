import Codes
import SignatureForensics
import Testing

@testable import MockBedrock

/// A failed handshake is explained as surely as its end allows.
@Suite struct HandshakeFailureTests {
    private func failure(
        _ way: HandshakeEnd.Way, called: String? = "a.example", isNamed: Bool? = true
    ) -> HandshakeFailure? {
        HandshakeEnd(way: way, called: called, isNamed: isNamed).failure
    }

    private func alert(_ number: Int) -> HandshakeEnd.Way { .failed(OpenSSLFault(kind: .alert(number), text: "alert")) }

    @Test func `an alert that has one meaning is certain`() {
        for (number, code) in [
            (48, FindingCode.networkCertificateUntrusted), (45, .networkCertificateTime), (70, .networkTLSFailed),
        ] {
            #expect(failure(alert(number))?.code == code)
            #expect(failure(alert(number))?.confidence == .certain)
        }
    }

    @Test(arguments: [42, 46])
    func `an alert that has several is read by the name that was called`(number: Int) {
        let cases: [(Bool?, FindingCode, CauseConfidence)] = [
            (false, .networkCertificateWrongHost, .likely), (true, .networkCertificateUntrusted, .likely),
            (nil, .networkCertificateUntrusted, .possible),
        ]
        for (isNamed, code, confidence) in cases {
            let found = failure(alert(number), isNamed: isNamed)
            #expect(found?.code == code)
            #expect(found?.confidence == confidence)
        }
    }

    @Test func `a client that goes without a word is not blamed for sure`() {
        #expect(failure(.closed(sawCertificate: true))?.confidence == .possible)
        #expect(failure(.closed(sawCertificate: true), isNamed: false)?.code == .networkCertificateWrongHost)
        #expect(failure(.unused) == nil)
        #expect(failure(.unused, isNamed: false)?.confidence == .likely)
    }

    @Test func `an alert after the handshake is the answer to a refused renegotiation`() {
        let broken = failure(.brokenOff(OpenSSLFault(kind: .alert(40), text: "alert")))
        #expect(broken?.confidence == .likely)
        #expect(broken?.summary.contains("renegotiation") == true)
        #expect(failure(alert(40))?.summary.contains("renegotiation") == false)
        #expect(
            failure(.brokenOff(OpenSSLFault(kind: .alert(48), text: "alert")))?.code == .networkCertificateUntrusted)
    }

    @Test func `every other way has words`() {
        let kinds: [OpenSSLFault.Kind] = [
            .version, .nothingInCommon, .protocols, .notTLS, .other, .alert(40), .alert(200),
        ]
        for way in kinds.map({ HandshakeEnd.Way.failed(OpenSSLFault(kind: $0, text: "reason")) })
            + [.timedOut, .tooLong, .closed(sawCertificate: false)]
        {
            #expect(failure(way)?.code == .networkTLSFailed)
        }
    }

    @Test(arguments: GivenCertificate.allCases)
    func `of a certificate that was given nothing is advised that is refused beside it`(given: GivenCertificate) throws
    {
        let advice = try [alert(48), alert(42), .closed(sawCertificate: true)].flatMap { way in
            try [true, false].map { isNamed in
                try #require(HandshakeEnd(way: way, called: "a.example", isNamed: isNamed, given: given).failure).advice
            }
        }
        for text in advice {
            #expect(!text.contains("--tls-ca") && !text.contains("--tls-name"))
            #expect(text.contains("--tls-certificate"))
        }
        #expect(advice[0].contains("intermediate") == (given == .alone))
    }

    @Test func `a name from the wire reaches no terminal raw`() {
        let found = failure(alert(42), called: "a\u{1B}[2Jb", isNamed: false)
        #expect(found?.description.contains("\u{1B}") == false)
    }
}
