import MockBedrock
import Report

extension MockServer {
    /// Starts a server that a command is run for.
    ///
    /// - Throws: ``CommandFailure`` with the exit status 1, such as for a port that is taken.
    static func started(_ configuration: MockServerConfiguration) async throws(CommandFailure) -> MockServer {
        do {
            return try await start(configuration)
        } catch {
            throw CommandFailure(.failed, error.message)
        }
    }
}
