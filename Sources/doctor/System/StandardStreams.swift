import FoundationEssentials
import Synchronization
import SystemPackage

/// Standard output carries results, standard error everything else.
///
/// Both are written at once, without a buffer that a signal could lose, and neither shows a secret of the run.
enum StandardStreams {
    /// The search for the secrets, made again only when the run has taken further ones.
    private static let search = Mutex<(taken: Int, secrets: KnownSecrets)?>(nil)

    static var secrets: KnownSecrets {
        search.withLock { search in
            let taken = KnownSecrets.takenCount
            if let search, search.taken == taken { return search.secrets }
            let secrets = KnownSecrets(environment: ProcessInfo.processInfo.environment)
            search = (taken, secrets)
            return secrets
        }
    }

    /// Writes a result.
    ///
    /// - Throws: ``InputProblem`` when it could not be written: a full disk must not look like a good run. A reader that
    ///   has gone (`doctor ... | head`) is not a fault of the command's.
    static func writeResult(_ text: String) throws(InputProblem) {
        do {
            _ = try FileDescriptor.standardOutput.writeAll(secrets.masked(text).utf8)
        } catch Errno.brokenPipe {
            return
        } catch {
            throw InputProblem(file: "standard output", message: "the result could not be written: \(error)")
        }
    }

    /// One line of log or explanation.
    static func log(_ line: String) {
        write(line + "\n", to: .standardError)
    }

    static func writeError(_ text: String) {
        write(text, to: .standardError)
    }

    private static func write(_ text: String, to descriptor: FileDescriptor) {
        // There is nowhere left to complain.
        _ = try? descriptor.writeAll(secrets.masked(text).utf8)
    }
}
