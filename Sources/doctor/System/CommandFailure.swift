import ArgumentParser
import HTTPTransport
import Report

/// Why a command ends without a result, with the exit status that it calls for; what it says goes to standard error.
struct CommandFailure: Error {
    var status: ExitStatus
    var messages: [String]

    init(_ status: ExitStatus, _ messages: String...) {
        self.status = status
        self.messages = messages
    }

    /// The failure behind an error that a command threw; `nil` where the parser's library knows the error: wrong usage, or
    /// a status that was decided already.
    init?(_ error: any Error) {
        switch error {
        case is ValidationError, is ExitCode, is CleanExit: return nil
        case let failure as CommandFailure: self = failure
        case let problem as InputProblem: self.init(.badInput, problem.description)
        // There is no transport to ask anybody with: libcurl is missing, or the process has no descriptor left.
        case let error as TransportError: self.init(.noVerdict, error.description)
        case let inputs as InputProblems:
            self.init(.badInput)
            messages = inputs.problems.map(\.description)
        default: self.init(.internalError, "internal error: \(error)")
        }
    }

    /// Says what there is to say.
    func log() { for message in messages { StandardStreams.log("doctor: " + message) } }
}

extension ExitStatus {
    /// Ends the command with this status.
    func end() throws { try Self.end(with: Int32(rawValue)) }

    /// Ends the command with a status that may be that of a program it ran.
    static func end(with status: Int32) throws {
        if status != 0 { throw ExitCode(status) }
    }
}
