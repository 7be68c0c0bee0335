package ballast.cli.shell;

/** The part of the script for fish that looks things up in the tables. */
final class FishLines {

  static final String TEXT =
      """
      # What stands before each name, names, //, extensions: those names and folders, or else all.
      function __ballast_files
        set -l end (contains -i -- // $argv)
        set -l names $argv[2..(math $end - 1)]
        test $end -gt 2; or return
        set -l chosen
        for extension in $argv[(math $end + 1)..-1]
          set -a chosen (string match -r -- '^[^\\t]*\\.'$extension'(?=\\t|$)' $names)
        end
        if test (count $chosen) -gt 0
          set names $chosen (string match -r -- '^[^\\t]*/(?=\\t|$)' $names)
        end
        for name in $names
          printf '%s%s\\n' $argv[1] $name
        end
      end

      function __ballast_complete
        set -l current (commandline -ct)
        set -l words (commandline -opc)
        set -l path ''
        set -l option ''
        set -l begun ''
        for word in $words[2..-1]
          if test -n "$option"
            set option ''
          else if string match -q -- '-*' $word
            if contains -- $word (__ballast_valued $path)
              set option $word
            end
          else if string match -q -- $word\\t'*' (__ballast_subcommands $path)
            if test -n "$path"; or test $word != help
              set path (string trim -- "$path $word")
            end
          end
        end
        if test -z "$option"; and string match -q -- '--*=*' $current
          set option (string replace -r '=.*' '' -- $current)
          set begun $option=
          set current (string replace -r '^[^=]*=' '' -- $current)
        end
        if test -z "$option"; and string match -q -- '-*' $current
          __ballast_options $path
          return
        end
        if test -z "$option"; and test (count (__ballast_subcommands $path)) -gt 0
          __ballast_subcommands $path
          return
        end
        set -l values (__ballast_values "$path $option")
        switch "$values[1]"
          case words
            # several with commas
            set -l before (string match -r '.*,' -- $current)
            for value in $values[2..-1]
                printf '%s\\n' "$begun$before$value"
              end
            case files
              __ballast_files "$begun" (__fish_complete_path "$current") // $values[2..-1]
            case folders
              __ballast_files "$begun" (__fish_complete_directories "$current" '') //
          end
        end

        complete -c ballast -f -a '(__ballast_complete)'
      """;

  private FishLines() {}
}
