import Conformance

/// Temporary files for the authorities that cases of conformance give to doctor's own client.
enum KeptAuthorities {
    /// Writes each text into a file of its own.
    static func file(in environment: [String: String]) -> @Sendable (String) throws -> OwnClient.KeptAuthorities {
        { text in
            let path = try FileSystem.writeTemporary(
                Array(text.utf8), named: "doctor-authorities", environment: environment)
            return OwnClient.KeptAuthorities(path: path) { FileSystem.remove(path) }
        }
    }
}
