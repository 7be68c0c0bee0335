package ballast.cli.shell;

/** The part of the script for zsh that looks things up in the tables. */
final class ZshLines {

  static final String TEXT =
      """
      _ballast() {
        local command_path= option= word kind list i
        local -a subs opts valued choices
        _ballast_command ''
        for ((i = 2; i < CURRENT; i++)); do
          word=${(Q)words[i]}
          if [[ -n $option ]]; then
            option=
          elif [[ $word == -* ]]; then
            (( ${valued[(Ie)$word]} )) && option=$word
          elif (( ${subs[(I)$word:*]} )) && [[ -n $command_path || $word != help ]]; then
            command_path=${command_path:+$command_path }$word
            _ballast_command "$command_path"
          fi
        done
        if [[ -z $option && $PREFIX == --*=* ]]; then
          option=${PREFIX%%=*}
          compset -P '*='
        fi
        if [[ -z $option && $PREFIX == -* ]]; then
          _describe -o -t options option opts
          return
        fi
        if [[ -z $option && ${#subs} -gt 0 ]]; then
          _describe -t commands command subs
          return
        fi
        _ballast_values "$command_path $option"
        case $kind in
          words)
            choices=(${=list})
            # several with commas
            compset -P '*,'
            _describe -t values value choices
            ;;
          files)
            if [[ -n $list ]]; then
              _files -g "*.(${list// /|})(-.)"
            else
              _files
            fi
            ;;
          folders) _files -/ ;;
          *) _message value ;;
        esac
      }

      # Called by compinit, which has read this file, or sourced.
      if [[ ${funcstack[1]} == _ballast ]]; then
        _ballast "$@"
      else
        compdef _ballast ballast
      fi
      """;

  private ZshLines() {}
}
