import Diagnosis
import FoundationEssentials

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Looks at where this process runs: a few files, and which programs the path has.
enum PlaceGathering {
    static func facts(_ environment: [String: String]) -> PlaceFacts {
        let directories = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
        return PlaceFacts(
            hasContainerMark: FileSystem.exists("/.dockerenv") || FileSystem.exists("/run/.containerenv"),
            kernel: line("/proc/version"), machineVendor: line("/sys/class/dmi/id/sys_vendor"),
            hasSystemd: FileSystem.isDirectory("/run/systemd/system"), isMac: isMac, isRoot: geteuid() == 0,
            programs: Set(
                PlaceFacts.programNames.filter { name in
                    directories.contains { FileManager.default.isExecutableFile(atPath: $0 + "/" + name) }
                }))
    }

    private static var isMac: Bool {
        #if os(macOS)
            true
        #else
            false
        #endif
    }

    /// A line that the kernel gives; such files have no size to go by.
    private static func line(_ path: String) -> String {
        String(decoding: FileSystem.beginning(of: path, upTo: 512).prefix { $0 != 0x0A }, as: UTF8.self)
    }
}
