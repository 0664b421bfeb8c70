import PerformHost
import ServiceHost

@main
enum Main {
  static func main() async {
    await HostProgram(PerformHost.definition).main()
  }
}
