/** WeChat asks for this component when a program draws its own tabs; ours are drawn by each page (components/TabBar). */
export default function NoTabBarOfWechat() {
  return null;
}
