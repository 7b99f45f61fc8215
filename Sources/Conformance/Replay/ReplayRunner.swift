import Converse
import HTTPTransport
import Recordings
package import Report
package import SigV4

/// Replays recordings through the client core against the mock server.
///
/// Each exchange is decoded into the core's types, encoded again, signed, and sent through the transport; the mock, which
/// shares none of that code, verifies the signature, matches the request and serves the recorded answer, which is decoded
/// in its turn. A case passes when request and answer came through equal as JSON; a recorded exchange that no request
/// asked for fails as well.
package struct ReplayRunner: Sendable {
    /// The cases in the order of the inputs, and what was no case.
    package struct Outcome: Sendable {
        package var cases: [CaseResult]
        package var notes: [String]
    }

    /// How many requests are under way at once.
    ///
    /// Identical ones stay in one lane, so that they keep their recorded order.
    private static let lanes = 16

    private let clock: @Sendable () -> SigningTime

    /// - Parameter clock: The time at which requests are signed, and at which the mock believes to be.
    package init(clock: @escaping @Sendable () -> SigningTime) {
        self.clock = clock
    }

    /// Replays everything; `report` gets the cases as they are done, in no particular order.
    ///
    /// - Throws: `MockServerError` or `TransportError` when there is no server or no client to replay with.
    package func run(
        _ inputs: [ReplayInput], progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> Outcome {
        let plan = ReplayPlan(inputs)
        let session = try await ReplaySession(plan, clock: clock)
        var results = plan.cases.map { item in
            CaseResult(id: item.id, status: .skip, message: item.reasonToSkip ?? "not replayed", durationMs: 0)
        }
        let total = results.count
        await withTaskGroup(of: [(Int, CaseResult)].self) { group in
            for lane in plan.lanes(Self.lanes) {
                group.addTask {
                    var done: [(Int, CaseResult)] = []
                    for index in lane where !Task.isCancelled {
                        done.append((index, await session.replay(plan.cases[index])))
                    }
                    return done
                }
            }
            var count = 0
            for await done in group {
                for (index, result) in done { results[index] = result }
                count += done.count
                progress(count, total)
            }
        }
        let unused = await session.close()
        for index in results.indices where unused.contains(results[index].id) && results[index].status == .pass {
            results[index].status = .fail
            results[index].stage = "recording"
            results[index].message = "the recorded answer was never asked for"
        }
        return Outcome(cases: results, notes: plan.notes)
    }
}
