import ConverseAPI
import Diagnosis
import Evidence
import HTTPTransport
import NetworkTerms
import Report
import ServerClock
import WireText

/// Reaches the endpoint without credentials: how long it takes, and what its clock says.
struct EndpointProbe: Sendable {
    let endpoint: ConverseEndpoint
    let region: String
    let transport: HTTPTransport

    /// The proxy in use, without its password.
    let proxy: String?
    let timeLimit: Duration
    var limit = RequestLimit(nil)

    /// The fewest and the most readings of one run: more would be impolite to an endpoint that is asked without a signature.
    static let sampleRange = 1...8

    /// The network finding from a first request, then the clock finding from further ones over the same connection.
    ///
    /// The first request pays for name lookup, connection and TLS; its `Date` is not used, because a cold connection
    /// makes the reading as wide as all of them.
    func findings(samples: Int) async -> [Finding] {
        guard limit.take() else { return [] }
        let began = ContinuousClock.now
        let first: TransportResponse
        do {
            first = try await transport.send(request())
        } catch {
            // An interruption says nothing about the network.
            if error.code == .cancelled { return [] }
            return [NetworkCheck.finding(facts(.failed(error.code), error.message, since: began))]
        }
        let timings = NetworkFacts.Timings(
            nameLookup: first.timings.nameLookup.milliseconds, connect: first.timings.connect.milliseconds,
            tls: first.timings.tls.milliseconds, firstByte: first.timings.firstByte.milliseconds,
            httpVersion: first.httpVersion)
        let foreign = ForeignAnswer(
            status: first.status, headers: first.headers,
            body: first.body)
        let outcome = foreign.map(NetworkFacts.Outcome.foreign) ?? .answered(timings)
        let network = NetworkCheck.finding(facts(outcome, "", since: began))
        return [network] + [await clock(samples: samples)].compactMap(\.self)
    }

    /// The clock finding; `nil` when the work was interrupted, or no request was left, before there was a reading.
    private func clock(samples: Int) async -> Finding? {
        let began = ContinuousClock.now
        var readings: [DateSample] = []
        var rejected: [SampleRejection] = []
        for index in 0..<samples {
            if index > 0 {
                // An odd step spreads the readings over the phases of a second; each narrows the interval.
                do { try await Task.sleep(for: .milliseconds(370)) } catch { break }
            }
            if !limit.take() { break }
            guard let answer = try? await transport.send(request()) else { continue }
            let started = WallClock.sinceEpoch - (ContinuousClock.now - answer.timings.startedAt)
            do {
                readings.append(
                    try SampleRules(requestID: .required).sample(
                        status: answer.status, headers: answer.headers.map { (name: $0.name, value: $0.text) },
                        sent: started + answer.timings.requestSent, firstByte: started + answer.timings.firstByte))
            } catch {
                rejected.append(error)
            }
        }
        if readings.isEmpty, rejected.isEmpty, Task.isCancelled || limit.note != nil { return nil }
        let duration = (ContinuousClock.now - began).milliseconds
        do {
            return ClockCheck.finding(try OffsetEstimate(from: readings), rejected: rejected, durationMs: duration)
        } catch {
            return ClockCheck.unmeasured(error, rejected: rejected, durationMs: duration)
        }
    }

    private func request() -> TransportRequest {
        TransportRequest(
            method: "GET", origin: endpoint.origin, target: endpoint.pathPrefix + "/",
            headers: [HeaderField("Cache-Control", "no-cache")],
            timeouts: TransportTimeouts(connect: timeLimit, firstByte: timeLimit, total: timeLimit))
    }

    private func facts(
        _ outcome: NetworkFacts.Outcome, _ message: String, since began: ContinuousClock.Instant
    ) -> NetworkFacts {
        NetworkFacts(
            outcome: outcome, scheme: endpoint.scheme.rawValue, host: endpoint.host, port: endpoint.port,
            region: region, message: message, proxy: proxy,
            durationMs: (ContinuousClock.now - began).milliseconds)
    }
}
