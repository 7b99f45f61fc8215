import Diagnosis

/// Reads AWS's shared files only as far as the diagnosis needs: profile names and how each gets its credentials.
///
/// No value of a key leaves ``files(_:)`` except `region`; ``shared(_:)`` is for the one profile that a run is to use.
enum ProfileFileReading {
    /// Where the two files are, by the environment's word.
    static func paths(_ environment: [String: String]) -> (credentials: String, config: String) {
        let home = environment["HOME"] ?? ""
        return (
            environment["AWS_SHARED_CREDENTIALS_FILE"] ?? home + "/.aws/credentials",
            environment["AWS_CONFIG_FILE"] ?? home + "/.aws/config"
        )
    }

    /// The credentials file and the configuration file, wherever the environment says they are.
    static func files(_ environment: [String: String]) -> [ProfileFile] {
        let paths = paths(environment)
        return [
            ProfileFile(
                path: paths.credentials, kind: .credentials, state: state(paths.credentials, .credentials)),
            ProfileFile(path: paths.config, kind: .config, state: state(paths.config, .config)),
        ]
    }

    /// Some thousand profiles fit in.
    private static let sizeLimit = 8 << 20

    /// The file as it is, keys included; `nil` when there is none.
    static func shared(_ path: String) throws(InputProblem) -> SharedFile? {
        guard FileSystem.exists(path) else {
            // A folder that may not be entered hides what is in it.
            if let folder = FileSystem.closedFolder(above: path) {
                throw InputProblem(file: folder, message: "permission denied")
            }
            return nil
        }
        return SharedFile(String(decoding: try FileSystem.read(path, upTo: sizeLimit), as: UTF8.self))
    }

    private static func state(_ path: String, _ kind: ProfileFile.Kind) -> ProfileFile.State {
        do {
            return try shared(path).map { .readable($0.profiles(kind)) } ?? .absent
        } catch {
            return .unreadable(reason: error.reason)
        }
    }
}
