import MockBedrock
import Report
import UnixSignals

/// What ended a run that serves: the command after `--`, or a signal.
enum ServingEnd: Sendable {
    case client(ClientEnding)
    /// SIGTERM is how a server is stopped; SIGINT is how a person interrupts it.
    case stopped
    case interrupted

    /// Waits for the command, or for a signal where there is none.
    ///
    /// - Parameters:
    ///   - client: How the command is run; `nil` when only a signal ends the run.
    ///   - signals: Trapped before anybody could know that the server runs, so that none ends it without a summary.
    ///   - deadline: After which the run ends as by SIGTERM.
    static func awaited(
        _ client: ClientProcess?, _ signals: UnixSignalsSequence, _ facts: ProcessFacts, within deadline: Duration?
    ) async -> ServingEnd {
        await DeadlineSignal.during(deadline) {
            if let client { return .client(await client.run(SignalForwarding(signals, facts))) }
            var arriving = signals.makeAsyncIterator()
            return await arriving.next() == .sigint ? .interrupted : .stopped
        }
    }

    /// The exit status that the end calls for by itself: the command's own, or that of the signal.
    var status: Int32 {
        switch self {
        case .client(let ending): ending.status
        case .stopped: Int32(ExitStatus.success.rawValue)
        case .interrupted: Int32(ExitStatus.interrupted.rawValue)
        }
    }
}
