import Report

/// How the clock is set of the machine that the scene shows, which is not always the one that reads about it.
enum SceneClock {
    /// `nil` where the scene shows no machine whose clock another keeps.
    static func remedies(_ scene: Scene, text: String) -> [Remedy]? {
        let runtime = scene.runtimePlace
        if runtime == .wsl || text.contains("WSL") {
            return [
                Remedy(
                    "WSL's clock stops while the computer sleeps: take the time of Windows again.",
                    command: "sudo hwclock -s"),
                Remedy(
                    "If that does not last, run wsl --shutdown in PowerShell; WSL starts again with the right time."),
            ]
        }
        if runtime == .docker || runtime == .kubernetes || runtime == .ecs {
            return [
                Remedy(
                    """
                    A container has the clock of its host, and nothing inside can set it: set it on the host or node. Docker \
                    Desktop's virtual machine loses time while the computer sleeps: restart it.
                    """)
            ]
        }
        return nil
    }
}
