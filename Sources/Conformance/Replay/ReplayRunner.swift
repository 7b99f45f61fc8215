package import HTTPTransport
package import Recordings
package import Report
package import SigV4

/// Replays recordings through the client core against the mock server.
///
/// Each exchange is decoded into the core's types, encoded again, signed, and sent through the transport; the mock, which
/// shares none of that code, verifies the signature, matches the request and serves the recorded answer, which is decoded
/// in its turn. A case passes when request and answer came through equal as JSON; a recorded exchange that no request
/// asked for fails as well.
package struct ReplayRunner: Sendable {
    /// The cases in the order of the inputs, and what is not a case.
    package struct Outcome: Sendable {
        package var cases: [CaseResult]
        package var notes: [String]
        /// What was replayed, and the server that served it, which has ended: it takes a while to free them, and whoever ends
        /// soon may keep them.
        package var remains: any Sendable
    }

    /// How many requests are under way at once; identical ones follow each other.
    private static let width = 64

    private let clock: @Sendable () -> SigningTime
    private let chunking: StreamChunking
    private let pace: StreamPace
    private let httpVersion: HTTPVersionChoice

    /// - Parameters:
    ///   - chunking: How streams are cut when they are served.
    ///   - pace: How fast they are served.
    ///   - httpVersion: Which version of HTTP the client core speaks.
    ///   - clock: The time at which requests are signed, and at which the mock believes to be.
    package init(
        chunking: StreamChunking = .recorded, pace: StreamPace = .none, httpVersion: HTTPVersionChoice = .automatic,
        clock: @escaping @Sendable () -> SigningTime
    ) {
        self.chunking = chunking
        self.pace = pace
        self.httpVersion = httpVersion
        self.clock = clock
    }

    /// Replays everything, or what is chosen of it.
    ///
    /// - Parameters:
    ///   - chosen: The places of the cases to replay, ascending, among all cases by their ids.
    ///   - progress: Gets how many cases are done, and how many there are to do.
    /// - Throws: `MockServerError` or `TransportError` when there is no server or no client to replay with, and what
    ///   `chosen` throws.
    package func run(
        _ inputs: [ReplayInput], chosen: ([String]) throws -> [Int] = { Array($0.indices) },
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) async throws -> Outcome {
        let whole = ReplayPlan(inputs)
        let plan = whole.keeping(try chosen(whole.cases.map(\.id)))
        let session = try await ReplaySession(
            plan, chunking: chunking, pace: pace, httpVersion: httpVersion, clock: clock)
        var results = plan.cases.map { item in
            item.reasonToSkip.map { CaseResult(id: item.id, status: .skip, message: $0, durationMs: 0) }
                ?? .unreached(item.id)
        }
        let groups = plan.groups
        let replayed = groups.reduce(0) { $0 + $1.count }
        let queue = ReplayQueue(groups, progress: { progress($0, replayed) })
        // A task for each exchange would cost more than its answer's head.
        await withTaskGroup(of: [(place: Int, result: CaseResult)].self) { tasks in
            for _ in 0..<min(Self.width, groups.count) {
                tasks.addTask {
                    var done: [(place: Int, result: CaseResult)] = []
                    while let group = queue.next() {
                        for place in group where !Task.isCancelled {
                            done.append((place, await session.replay(plan.cases[place])))
                        }
                        queue.note(done: group.count)
                    }
                    return done
                }
            }
            for await done in tasks {
                for (place, result) in done { results[place] = result }
            }
        }
        let unused = await session.close()
        for place in results.indices where results[place].status == .pass && unused.contains(plan.cases[place].label) {
            results[place].status = .fail
            results[place].stage = "recording"
            results[place].message = "the recorded answer was never asked for"
        }
        for (place, item) in plan.cases.enumerated() where results[place].status == .fail && item.isOfNamedFile {
            results[place].message = (results[place].message.map { $0 + "\n" } ?? "") + "in \(item.file)"
        }
        return Outcome(cases: results, notes: plan.notes, remains: (plan, session))
    }
}
