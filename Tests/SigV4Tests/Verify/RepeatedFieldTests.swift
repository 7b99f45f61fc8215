import SigV4
import Testing
import WireText

/// A date or a token that came twice is none that can be believed, signed or not.
@Suite("Repeated fields")
struct RepeatedFieldTests {
    private static let date = HeaderField("x-amz-date", Example.time.advanced(bySeconds: 1).amzDate)

    @Test("a second date", arguments: [true, false])
    func secondDate(isFirst: Bool) throws {
        var request = try Example.received(Example.request(), Example.parameters())
        request.headers.insert(Self.date, at: isFirst ? 0 : request.headers.count)
        let dates = request.headers.filter { $0.isNamed("x-amz-date") }.map(\.text)
        #expect(
            Example.verifier().verify(request, now: Example.time).refusal?.reason
                == .malformed(.date(dates.joined(separator: ","))))
    }

    @Test("a second Date, where it is the only kind", arguments: [true, false])
    func secondPlainDate(isFirst: Bool) throws {
        var request = try Example.received(Example.request(), Example.parameters())
        request.headers.removeAll { $0.isNamed("x-amz-date") }
        let dates = ["Fri, 02 Jan 2026 03:04:05 GMT", "Fri, 02 Jan 2026 03:04:06 GMT"]
        request.headers += (isFirst ? dates : dates.reversed()).map { HeaderField("Date", $0) }
        guard case .malformed(.date) = Example.verifier().verify(request, now: Example.time).refusal?.reason else {
            Issue.record("one of two dates was believed")
            return
        }
    }

    @Test("a second token, not signed")
    func secondToken() throws {
        let token = "FwoGEXAMPLETOKEN"
        var request = try Example.received(Example.request(), Example.parameters(token: token))
        #expect(Example.verifier(token: token).verify(request, now: Example.time).accepted != nil)
        request.headers.append(HeaderField("X-Amz-Security-Token", "another"))
        #expect(Example.verifier(token: token).verify(request, now: Example.time).refusal?.reason == .tokenMismatch)
    }

    @Test("a date in HTTP's form where AWS's own stands")
    func formOfDate() throws {
        let text = "Fri, 02 Jan 2026 03:04:05 GMT"
        let request = try Example.received(Example.request(), Example.parameters())
            .replacing("x-amz-date", HeaderField("X-Amz-Date", text))
        #expect(
            Example.verifier().verify(request, now: Example.time).refusal?.reason == .malformed(.date(text)))
    }
}
