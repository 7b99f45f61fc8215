/// What tells where this process runs, beside its variables; the caller gathers it.
package struct PlaceFacts: Sendable, Hashable {
    /// Whether one of the files is there that container engines leave: `/.dockerenv`, `/run/.containerenv`.
    package var hasContainerMark: Bool

    /// The first line of `/proc/version`; WSL's kernels say `microsoft` in it.
    package var kernel: String

    /// The maker of the machine, from `/sys/class/dmi/id/sys_vendor`; EC2 says `Amazon EC2`.
    package var machineVendor: String

    /// Whether systemd runs the system: `/run/systemd/system` is there (sd_booted(3)).
    package var hasSystemd: Bool
    package var isMac: Bool
    package var isRoot: Bool

    /// Which of ``programNames`` the path has.
    package var programs: Set<String>

    /// The programs that remedies may use.
    package static let programNames = ["aws", "chronyc", "hwclock", "timedatectl"]

    package init(
        hasContainerMark: Bool = false, kernel: String = "", machineVendor: String = "", hasSystemd: Bool = false,
        isMac: Bool = false, isRoot: Bool = false, programs: Set<String> = []
    ) {
        self.hasContainerMark = hasContainerMark
        self.kernel = kernel
        self.machineVendor = machineVendor
        self.hasSystemd = hasSystemd
        self.isMac = isMac
        self.isRoot = isRoot
        self.programs = programs
    }
}
