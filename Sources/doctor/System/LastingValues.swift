import Synchronization

/// What stays until the process ends, which gives all memory back at once.
///
/// To free what was read of a large file, part by part, takes a twentieth of the time of its replay, and nobody has
/// anything of it when the report is all that is still to come.
enum LastingValues {
    private static let kept = Mutex<[any Sendable]>([])

    static func keep(_ value: any Sendable) { kept.withLock { $0.append(value) } }
}
