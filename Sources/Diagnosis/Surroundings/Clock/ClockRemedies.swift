import Report
import WireText

/// How a wrong clock is set, by what keeps it.
enum ClockRemedies {
    static func all(at place: Place) -> [Remedy] {
        let sudo = place.facts.isRoot ? "" : "sudo "
        switch place.clockKeeper {
        case .containerHost: return [containerHost]
        case .windows: return windows(sudo: sudo)
        case .mac: return [Remedy("Set the clock by NTP", command: "\(sudo)sntp -sS time.apple.com")]
        case .systemd, .other:
            var remedies: [Remedy] = []
            if place.facts.programs.contains("chronyc") {
                remedies.append(Remedy("chrony: step the clock now", command: "\(sudo)chronyc makestep"))
            }
            if place.clockKeeper == .systemd {
                remedies.append(Remedy("systemd: keep the clock by NTP", command: "\(sudo)timedatectl set-ntp true"))
            }
            return remedies + [
                Remedy(
                    remedies.isEmpty
                        ? "Let an NTP client, such as chrony, set the clock; a virtual machine loses time while its host sleeps"
                        : "A virtual machine loses time while its host sleeps: there, restart it or let the guest agent set the clock"
                )
            ]
        }
    }

    static let containerHost = Remedy(
        """
        A container has the clock of its host, and nothing inside can set it: set it on the host or node. Docker Desktop and \
        other virtual machines lose time while the computer sleeps; restart them.
        """)

    static let restartContainers = Remedy(
        """
        Restart Docker Desktop, or the virtual machine that runs the containers (Colima, Podman, Rancher Desktop): a container has its clock, which stands still while the computer sleeps, and nothing \
        inside a container can set it. Where Docker runs on Linux itself, set the clock of that host by NTP.
        """)

    static let restartMachine = Remedy(
        """
        Restart the virtual machine or the program that signs, if the computer slept: the clock of a virtual machine stands still meanwhile, and what was signed before is too old. Otherwise let NTP set the \
        clock after the computer wakes.
        """)

    /// - Parameter sudo: What a command needs before it, where the user is not root.
    static func windows(sudo: String) -> [Remedy] {
        [
            Remedy(
                "WSL's clock stops while the computer sleeps: take the time of Windows again.",
                command: "\(sudo)hwclock -s"),
            Remedy(
                """
                If that does not last, let Windows set its clock (w32tm /resync, as administrator), then stop WSL in \
                PowerShell with wsl --shutdown; it starts again with the right time.
                """),
        ]
    }
}
